namespace Bsp.DeviceTrees.Checks;

/// <summary>Properties that hold a text, a list of texts or one cell (scripts/dtc/checks.c).</summary>
internal sealed class ValueChecks
{
    public ValueChecks()
    {
        AddressCells = Cell("address_cells_is_cell", "#address-cells");
        SizeCells = Cell("size_cells_is_cell", "#size-cells");
        DeviceType = String("device_type_is_string", "device_type");
        Compatible = new Check("compatible_is_string_list", (run, check, node) => IsStringList(run, check, node, "compatible"))
        {
            Among = nodes => nodes.WithProperty("compatible"),
        }.Warns();
        All =
        [
            AddressCells,
            SizeCells,
            DeviceType,
            String("model_is_string", "model"),
            String("status_is_string", "status"),
            String("label_is_string", "label"),
            Compatible,
            new Check("names_is_string_list", Names) { Among = nodes => nodes.WithNameThat(IsListOfNames) }.Warns(),
        ];
    }

    public Check AddressCells { get; }

    public Check SizeCells { get; }

    public Check DeviceType { get; }

    public Check Compatible { get; }

    /// <summary>The checks, in dtc's order.</summary>
    public IReadOnlyList<Check> All { get; }

    /// <summary>A check that a property holds one cell.</summary>
    public static Check Cell(string name, string property) =>
        new Check(name, (run, check, node) => IsCell(run, check, node, property)) { Among = nodes => nodes.WithProperty(property) }.Warns();

    public static void IsString(CheckRun run, Check check, TreeNode node, string name)
    {
        if (node.Property(name) is { } property && property.Value.Bytes.IndexOf((byte)0) is var end
            && (property.Value.Length == 0 || end != property.Value.Length - 1))
            run.Report(check, node, property, "property is not a string");
    }

    private static Check String(string name, string property) =>
        new Check(name, (run, check, node) => IsString(run, check, node, property))
        {
            Among = nodes => nodes.WithProperty(property),
        }.Warns();

    private static void IsStringList(CheckRun run, Check check, TreeNode node, string name)
    {
        // An empty list is one.
        if (node.Property(name) is { } property && property.Value.Bytes is [.., not 0])
            run.Report(check, node, property, "property is not a string list");
    }

    private static void IsCell(CheckRun run, Check check, TreeNode node, string name)
    {
        if (node.Property(name) is { } property && property.Value.Cell is null)
            run.Report(check, node, property, "property is not a single cell");
    }

    private static bool IsListOfNames(string property) => property.EndsWith("-names", StringComparison.Ordinal);

    private static void Names(CheckRun run, Check check, TreeNode node)
    {
        foreach (var property in node.Properties)
        {
            if (IsListOfNames(property.Name))
                IsStringList(run, check, node, property.Name);
        }
    }
}
