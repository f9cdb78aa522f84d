namespace Bsp.Boards.Families;

/// <summary>Marvell's Armada: what their drivers need is in Infix's kernel for every ARM64 board.</summary>
public static class Armada
{
    /// <summary>Armada 37xx: two Cortex-A53.</summary>
    public static readonly Soc Armada37xx = new() { Name = "armada-37xx", Architecture = Architectures.Aarch64 };

    /// <summary>CN913x: four Cortex-A72 and a communication processor.</summary>
    public static readonly Soc Cn9130 = new() { Name = "cn9130", Architecture = Architectures.Aarch64 };

    /// <summary>The firmware of the cryptographic engine on either of them.</summary>
    public static readonly Seq<string> Packages = ["LINUX_FIRMWARE_INSIDE_SECURE_MINIFW"];
}
