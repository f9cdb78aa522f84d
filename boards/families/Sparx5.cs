namespace Bsp.Boards.Families;

/// <summary>Microchip's SparX-5: a switch with two Cortex-A53; its drivers are in Infix's kernel for every ARM64 board.</summary>
public static class Sparx5
{
    public static readonly Soc Soc = new() { Name = "sparx5", Architecture = Architectures.Aarch64 };
}
