namespace Bsp.Boards.Families.Infix;

/// <summary>What U-Boot's scripts do on boards whose buttons it cannot read. Developer mode is never on by itself.</summary>
public static class Buttons
{
    /// <summary>There is no button for a factory reset.</summary>
    public static readonly UBootVariable None = new("ixbtn-factory", "echo \"No button available, use bootmenu\"");
}
