namespace Bsp.Model;

/// <summary>Where a board's device tree starts from.</summary>
public enum DeviceTreeSource
{
    /// <summary>A .dts of the kernel, below <c>arch/$SRCARCH/boot/dts</c>.</summary>
    Kernel,

    /// <summary>The tree that QEMU generates for the board's <see cref="BootableBoard.Emulator"/> (<c>-machine dumpdtb=</c>).</summary>
    Emulator,
}

/// <summary>A device tree: a base that is maintained elsewhere, and what this board changes in it.</summary>
public sealed record DeviceTree
{
    private DeviceTree(DeviceTreeSource source, string path, LicenseExpression license) =>
        (Source, Path, License, Name) = (source, path, license, path.Length == 0
            ? "emulator"
            : path.Substring(0, path.LastIndexOf('.') is var dot and > 0 ? dot : path.Length));

    /// <summary>Where the base comes from.</summary>
    public DeviceTreeSource Source { get; }

    /// <summary>
    /// The base's path, such as <c>rockchip/rk3328-nanopi-r2s.dts</c>; empty for <see cref="DeviceTreeSource.Emulator"/>.
    /// </summary>
    public string Path { get; }

    /// <summary>
    /// The kernel's architecture whose trees the base is among, such as <c>arm</c> for an SoC that has both; null for the board's own.
    /// </summary>
    public PlainName? KernelArch { get; private init; }

    /// <summary>What is added to, changed in and deleted from the base, in the order of application.</summary>
    /// <exception cref="ModelException">A top-level node has neither an absolute path nor a label.</exception>
    public Seq<DtNode> Edits { get; init => field = Seq<DtNode>.Of(value.Select(CheckedTopNode)); } = [];

    /// <summary>Headers of the kernel whose macros the edits use, such as <c>dt-bindings/usb/pd.h</c>.</summary>
    public Seq<RelativePath> Headers { get; init; } = [];

    /// <summary>The name of the blob without its suffix, such as <c>rockchip/rk3328-nanopi-r2s</c>; the base's where not given.</summary>
    public RelativePath Name { get; init; }

    /// <summary>The blob, such as <c>rockchip/rk3328-nanopi-r2s.dtb</c>: what U-Boot's variable <c>fdtfile</c> names.</summary>
    public string Blob => Name + ".dtb";

    /// <summary>The root's <c>compatible</c> of this variant, most specific first; empty for the board's.</summary>
    public Seq<Compatible> Compatibles { get; init; } = [];

    /// <summary>Whether the tree sets the board's model and compatible, as it must where the base is only the SoC's.</summary>
    public bool StatesIdentity { get; init; }

    /// <summary>The SPDX licence expression of the base, which the result follows.</summary>
    public LicenseExpression License { get; init; }

    /// <summary>A .dts of the kernel, under the licence that most of them use.</summary>
    /// <param name="path">Its path below <c>arch/$SRCARCH/boot/dts</c>.</param>
    public static DeviceTree From(RelativePath path) =>
        new(DeviceTreeSource.Kernel, path, LicenseExpression.KernelDeviceTrees);

    /// <summary>A .dts of another architecture of the kernel.</summary>
    /// <param name="path">Its path below <c>arch/$SRCARCH/boot/dts</c>.</param>
    /// <param name="kernelArch">The architecture, such as <c>arm</c>.</param>
    public static DeviceTree From(RelativePath path, PlainName kernelArch) => From(path) with { KernelArch = kernelArch };

    /// <summary>The tree that QEMU generates.</summary>
    public static DeviceTree FromEmulator() => new(DeviceTreeSource.Emulator, "", "BSD-3-Clause");

    internal static DtNode CheckedTopNode(DtNode node) => node.Name[0] is '/' or '&'
        ? node
        : throw new ModelException($"the node '{node.Name}' has no location in the tree; write its absolute path or '&' and its label");
}
