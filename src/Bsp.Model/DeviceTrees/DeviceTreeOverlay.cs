namespace Bsp.Model;

/// <summary>
/// A device-tree overlay: what the bootloader adds to and changes in a device tree before the kernel starts (Linux,
/// Documentation/devicetree/overlay-notes.rst).
/// </summary>
/// <param name="Name">The name of the blob without its ending, such as <c>infix/acme,one</c>.</param>
public sealed record DeviceTreeOverlay(string Name)
{
    private const string Ending = ".dtso";

    /// <summary>The name of the blob without its ending, such as <c>infix/acme,one</c>.</summary>
    public string Name { get; init =>
        field = Text.RelativePath(value, "an overlay's name"); } = Text.RelativePath(Name, "an overlay's name");

    /// <summary>
    /// The .dtso of the kernel that it stands on, from <c>arch/$SRCARCH/boot/dts</c>; null for an overlay that is all the board's own.
    /// </summary>
    /// <exception cref="ModelException">It is no .dtso.</exception>
    public string? Path { get; init => field = value is null ? null : CheckedPath(value); }

    /// <summary>
    /// What is added and changed, in this order of application. An absolute path is one of the tree that the overlay is applied to.
    /// </summary>
    /// <exception cref="ModelException">A node stands at the top without an absolute path or a label, or deletes something.</exception>
    public Seq<DtNode> Edits { get; init => field = Seq<DtNode>.Of(value.Select(CheckedEdit)); } = [];

    /// <summary>Headers of the kernel whose macros the edits use, such as <c>dt-bindings/usb/pd.h</c>.</summary>
    public Seq<string> Headers { get; init => field = Seq<string>.Of(value.Select(header => Text.RelativePath(header, "a header"))); } = [];

    /// <summary>The SPDX licence expression of the kernel's .dtso, which the result follows.</summary>
    public string License { get; init => field = Text.Word(value, "a licence", "-.+() "); } = "(GPL-2.0+ OR MIT)";

    /// <summary>An overlay of the kernel, as it is or, with <see cref="Edits"/>, changed.</summary>
    /// <param name="path">Its path below <c>arch/$SRCARCH/boot/dts</c>, such as <c>mediatek/mt7988a-bananapi-bpi-r4-emmc.dtso</c>.</param>
    public static DeviceTreeOverlay From(string path) => new(CheckedPath(path).Substring(0, path.Length - Ending.Length)) { Path = path };

    private static string CheckedPath(string path) =>
        Text.RelativePath(path, "an overlay's path").EndsWith(Ending, StringComparison.Ordinal)
            ? path
            : throw new ModelException($"'{path}' is no source of an overlay: the kernel's end in {Ending}");

    private static DtNode CheckedEdit(DtNode node) => Deletes(DeviceTree.CheckedPlace(node))
        ? throw new ModelException(
            $"the node '{node.Name}' of an overlay deletes something, which is lost when it is applied; change what is there, "
            + "such as a status to \"disabled\", or edit the device tree")
        : node;

    private static bool Deletes(DtNode node) => node.DeleteNodes.Count + node.DeleteProperties.Count > 0 || node.Nodes.Any(Deletes);
}
