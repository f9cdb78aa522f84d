namespace Bsp.DeviceTrees.Queries;

/// <summary>
/// The first of the three cells of an address on a PCI bus (IEEE 1275, PCI Bus Binding, section 2.2.1.1): which function of which device,
/// and in which of its spaces.
/// </summary>
/// <param name="Cell">The cell.</param>
public readonly record struct PciAddress(uint Cell)
{
    /// <summary>The number of the bus.</summary>
    public int Bus => (int)(Cell >> 16) & 0xff;

    /// <summary>The number of the device on its bus.</summary>
    public int Device => (int)(Cell >> 11) & 0x1f;

    /// <summary>The function of the device.</summary>
    public int Function => (int)(Cell >> 8) & 7;

    /// <summary>The space.</summary>
    public PciSpace Space => ((Cell >> 24) & 3) switch
    {
        0 => PciSpace.Configuration,
        1 => PciSpace.IO,
        _ => PciSpace.Memory,
    };

    /// <summary>Whether memory can be read ahead of need.</summary>
    public bool IsPrefetchable => (Cell & 0x40000000) != 0;

    /// <summary>The function, as lspci writes it: <c>01:00.0</c>.</summary>
    public override string ToString() => $"{Bus:x2}:{Device:x2}.{Function:x}";
}

/// <summary>The spaces that a PCI bus has addresses of.</summary>
public enum PciSpace
{
    /// <summary>Of functions, by their numbers.</summary>
    Configuration,

    /// <summary>Of ports.</summary>
    IO,

    /// <summary>Of memory, with 32 or 64 bits.</summary>
    Memory,
}
