namespace Bsp.Model;

/// <summary>
/// A device-tree overlay: what the bootloader adds to and changes in a device tree before the kernel starts (Linux,
/// Documentation/devicetree/overlay-notes.rst).
/// </summary>
/// <param name="Name">The name of the blob without its suffix, such as <c>infix/acme,one</c>.</param>
public sealed record DeviceTreeOverlay(RelativePath Name)
{
    private const string Ending = ".dtso";

    /// <summary>
    /// The .dtso of the kernel that it is based on, from <c>arch/$SRCARCH/boot/dts</c>; null for an overlay that is entirely the
    /// board's own.
    /// </summary>
    /// <exception cref="ModelException">It is not a .dtso.</exception>
    public RelativePath? Path { get; init => field = value is null ? null : CheckedPath(value); }

    /// <summary>
    /// What is added and changed, in the order of application. An absolute path is one of the tree that the overlay is applied to.
    /// </summary>
    /// <exception cref="ModelException">A top-level node has neither an absolute path nor a label, or a node deletes something.</exception>
    public Seq<DtNode> Edits { get; init => field = Seq<DtNode>.Of(value.Select(CheckedEdit)); } = [];

    /// <summary>Headers of the kernel whose macros the edits use, such as <c>dt-bindings/usb/pd.h</c>.</summary>
    public Seq<RelativePath> Headers { get; init; } = [];

    /// <summary>The SPDX licence expression of the kernel's .dtso, which the result follows.</summary>
    public LicenseExpression License { get; init; } = LicenseExpression.KernelDeviceTrees;

    /// <summary>An overlay of the kernel, as it is or, with <see cref="Edits"/>, changed.</summary>
    /// <param name="path">Its path below <c>arch/$SRCARCH/boot/dts</c>, such as <c>mediatek/mt7988a-bananapi-bpi-r4-emmc.dtso</c>.</param>
    public static DeviceTreeOverlay From(RelativePath path) =>
        new(CheckedPath(path).Value.Substring(0, path.Value.Length - Ending.Length)) { Path = path };

    private static RelativePath CheckedPath(RelativePath path) =>
        path.Value.EndsWith(Ending, StringComparison.Ordinal)
            ? path
            : throw new ModelException($"'{path}' is not the source of an overlay; the kernel's end in {Ending}");

    private static DtNode CheckedEdit(DtNode node) => Deletes(DeviceTree.CheckedTopNode(node))
        ? throw new ModelException(
            $"the node '{node.Name}' of an overlay deletes something, which is lost when it is applied; change what is there, "
            + "such as a status to \"disabled\", or edit the device tree")
        : node;

    private static bool Deletes(DtNode node) => node.DeleteNodes.Count + node.DeleteProperties.Count > 0 || node.Nodes.Any(Deletes);
}
