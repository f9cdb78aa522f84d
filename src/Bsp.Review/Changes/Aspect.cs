namespace Bsp.Review.Changes;

/// <summary>What of a board a change concerns, in the order in which a page shows it.</summary>
public enum Aspect
{
    /// <summary>The board itself: there, gone, or with another id.</summary>
    Board,

    /// <summary>What is accepted by whom: compatible, keys, slots.</summary>
    Update,

    /// <summary>The partition table and what is outside of it.</summary>
    Disk,

    /// <summary>The bootloader: its configuration, environment and scripts.</summary>
    Boot,

    /// <summary>The kernel's configuration and arguments.</summary>
    Kernel,

    /// <summary>The device tree.</summary>
    DeviceTree,

    /// <summary>What runs on the device: packages, files, settings.</summary>
    Userland,

    /// <summary>The sources that it is built from.</summary>
    Sources,

    /// <summary>What only builds and people read.</summary>
    Build,
}
