namespace Bsp.Model;

/// <summary>Where a board's device tree starts from.</summary>
public enum DeviceTreeSource
{
    /// <summary>A .dts of the kernel, below <c>arch/$SRCARCH/boot/dts</c>.</summary>
    Kernel,

    /// <summary>The tree that QEMU makes for the board's <see cref="Board.Emulator"/> (<c>-machine dumpdtb=</c>).</summary>
    Emulator,
}

/// <summary>A device tree: a base that somebody else keeps, and what this board changes in it.</summary>
public sealed record DeviceTree
{
    private DeviceTree(DeviceTreeSource source, string path) => (Source, Path) = (source, path);

    /// <summary>Where the base comes from.</summary>
    public DeviceTreeSource Source { get; }

    /// <summary>The base's path, such as <c>rockchip/rk3328-nanopi-r2s.dts</c>; empty for <see cref="DeviceTreeSource.Emulator"/>.</summary>
    public string Path { get; }

    /// <summary>What is added to, changed in and deleted from the base, in this order of application.</summary>
    public Seq<DtNode> Edits { get; init; } = [];

    /// <summary>A .dts of the kernel.</summary>
    /// <param name="path">Its path below <c>arch/$SRCARCH/boot/dts</c>.</param>
    public static DeviceTree From(string path) => new(DeviceTreeSource.Kernel, Text.RelativePath(path, "a device tree's path"));

    /// <summary>The tree that QEMU makes.</summary>
    public static DeviceTree FromEmulator() => new(DeviceTreeSource.Emulator, "");
}
