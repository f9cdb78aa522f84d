namespace Bsp.Cli.SourceTrees;

/// <summary>Whose Kconfig files a tree has.</summary>
internal enum SourceTreeKind
{
    /// <summary>None that is known.</summary>
    Other,

    /// <summary>Linux.</summary>
    Linux,

    /// <summary>U-Boot.</summary>
    UBoot,

    /// <summary>Buildroot.</summary>
    Buildroot,

    /// <summary>BusyBox.</summary>
    BusyBox,

    /// <summary>barebox.</summary>
    Barebox,

    /// <summary>NuttX.</summary>
    NuttX,

    /// <summary>Zephyr.</summary>
    Zephyr,
}
