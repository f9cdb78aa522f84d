namespace Bsp.DeviceTrees;

/// <summary>Properties whose name says that they are texts, cells that are no references, or bytes.</summary>
internal static class NamedTypes
{
    // Devicetree Specification 0.4, sections 2.3 and 3, and dt-schema's own schemas; ethernet-controller.yaml for addresses.
    private static readonly HashSet<string> s_texts = new(StringComparer.Ordinal)
    {
        "bootargs", "compatible", "device_type", "dr_mode", "enable-method", "function", "label", "linux,default-trigger",
        "linux,stdin-path", "linux,stdout-path", "managed", "method", "model", "phy-connection-type", "phy-mode", "regulator-name",
        "secure-status", "serial-number", "status", "stdin-path", "stdout-path", "target-path",
    };

    private static readonly HashSet<string> s_cells = new(StringComparer.Ordinal)
    {
        "assigned-clock-rates", "bus-range", "cache-level", "cache-sets", "interrupt-map-mask", "linux,code", "linux,input-type",
        "linux,phandle", "phandle", "pinmux", "virtual-reg",
    };

    /// <summary>Whether a property is numbers of 32 bits.</summary>
    public static bool IsCells(string property) => s_cells.Contains(property);

    /// <summary>Whether a property is a text, or a list of texts.</summary>
    public static bool IsText(TreeNode node, TreeProperty property) =>
        s_texts.Contains(property.Name)
        || property.Name.EndsWith("-names", StringComparison.Ordinal)
        || (node.Parent is { Parent: null } && node.Name is "aliases" or "__symbols__" or "__fixups__");

    /// <summary>Whether a property is an address of six bytes.</summary>
    public static bool IsBytes(TreeProperty property) =>
        property.Name is "local-mac-address" or "mac-address" && property.Value.Length == 6;
}
