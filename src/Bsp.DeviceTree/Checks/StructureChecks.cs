using System.Text;

namespace Bsp.DeviceTrees.Checks;

/// <summary>Names, labels, phandles and references: what a blob cannot do without (scripts/dtc/checks.c).</summary>
internal sealed class StructureChecks
{
    private static readonly CharacterSet s_nodeCharacters = new(CharacterSet.LettersAndDigits + ",._+-@");
    private static readonly CharacterSet s_propertyCharacters = new(CharacterSet.LettersAndDigits + ",._+*#?-");

    // The names within one node: a set for each would take more memory than the tree.
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public StructureChecks()
    {
        var duplicateNodes = new Check("duplicate_node_names", DuplicateNodes).Fails();
        var nodeCharacters = new Check("node_name_chars", NodeNameCharacters).Fails();
        NodeNameFormat = new Check("node_name_format", UnitAddress, nodeCharacters).Fails();
        var nameIsString = new Check("name_is_string", (run, check, node) => ValueChecks.IsString(run, check, node, "name"))
        {
            Among = nodes => nodes.WithProperty("name"),
        }.Fails();
        var explicitPhandles =
            new Check("explicit_phandles", ExplicitPhandles) { Among = nodes => nodes.WithAnyProperty("phandle", "linux,phandle") }.Fails();
        PhandleReferences =
            new Check("phandle_references", FillPhandles, duplicateNodes, explicitPhandles) { Among = nodes => nodes.Referring }.Fails();
        var pathReferences = new Check("path_references", FillPaths, duplicateNodes) { Among = nodes => nodes.Referring }.Fails();
        All =
        [
            duplicateNodes,
            new Check("duplicate_property_names", DuplicateProperties) { Among = nodes => nodes.WithOneTwice }.Fails(),
            nodeCharacters,
            NodeNameFormat,
            new Check("property_name_chars", PropertyNameCharacters)
            {
                Among = nodes => nodes.WithNameThat(name => s_propertyCharacters.FirstOther(name) >= 0),
            }.Fails(),
            nameIsString,
            new Check("name_properties", NameProperties, nameIsString) { Among = nodes => nodes.WithProperty("name") }.Fails(),
            new Check("node_name_vs_property_name", NodeAndPropertyName, nodeCharacters).Warns(),
            new Check("duplicate_label", DuplicateLabels) { Among = nodes => nodes.Labelled }.Fails(),
            explicitPhandles,
            PhandleReferences,
            pathReferences,
            new Check("omit_unused_nodes", OmitUnused, PhandleReferences, pathReferences).Fails(),
        ];
    }

    public Check NodeNameFormat { get; }

    public Check PhandleReferences { get; }

    /// <summary>The checks, in dtc's order.</summary>
    public IReadOnlyList<Check> All { get; }

    private void DuplicateNodes(CheckRun run, Check check, TreeNode node)
    {
        if (node.ChildList.Count < 2)
            return;
        _seen.Clear();
        foreach (var child in node.ChildList)
        {
            // A node deleted where it is defined is defined twice, too, for dtc puts only separate parts together.
            if (_seen.Contains(child.Name))
                run.Report(check, child, "Duplicate node name");
            else if (!child.IsDeleted)
                _seen.Add(child.Name);
        }
    }

    private static void DuplicateProperties(CheckRun run, Check check, TreeNode node)
    {
        foreach (var group in node.Properties.GroupBy(property => property.Name, StringComparer.Ordinal)
            .Where(group => group.Skip(1).Any()))
        {
            foreach (var property in group.Take(group.Count() - 1))
                run.Report(check, node, property, "Duplicate property name");
        }
    }

    private static void NodeNameCharacters(CheckRun run, Check check, TreeNode node)
    {
        if (s_nodeCharacters.FirstOther(node.Name) is >= 0 and var bad)
            run.Report(check, node, $"Bad character '{node.Name[bad]}' in node name");
    }

    private static void UnitAddress(CheckRun run, Check check, TreeNode node)
    {
        if (node.Name.IndexOf('@') != node.Name.LastIndexOf('@'))
            run.Report(check, node, "multiple '@' characters in node name");
    }

    private static void PropertyNameCharacters(CheckRun run, Check check, TreeNode node)
    {
        foreach (var property in node.Properties)
        {
            if (s_propertyCharacters.FirstOther(property.Name) is >= 0 and var bad)
                run.Report(check, node, property, $"Bad character '{property.Name[bad]}' in property name");
        }
    }

    private static void NodeAndPropertyName(CheckRun run, Check check, TreeNode node)
    {
        if (node.Parent?.Property(node.Name) is not null)
            run.Report(check, node, "node name and property name conflict");
    }

    // What only says the node's own name again goes; dtc does not ask whether it has been deleted.
    private static void NameProperties(CheckRun run, Check check, TreeNode node)
    {
        if (node.PropertyList.Find(property => property.Name == "name") is not { } name)
            return;
        var text = Encoding.UTF8.GetString(name.Value.Bytes.ToArray());
        if (text == node.BaseName + "\0")
            node.PropertyList.Remove(name);
        else
            run.Report(check, node, $"\"name\" property is incorrect (\"{text.Split('\0')[0]}\" instead of base node name)");
    }

    private static void DuplicateLabels(CheckRun run, Check check, TreeNode node)
    {
        foreach (var label in node.LabelList)
        {
            if (!label.IsDeleted && run.Index.ByLabel(label.Name) != node)
                CheckLabel(run, check, label.Name, new(node, null, null));
        }

        foreach (var property in node.Properties)
        {
            foreach (var label in property.LabelList)
            {
                if (!label.IsDeleted)
                    CheckLabel(run, check, label.Name, new(node, property, null));
            }

            foreach (var marker in property.Value.MarkerList)
            {
                if (marker.Kind == MarkerKind.Label)
                    CheckLabel(run, check, marker.Text!, new(node, property, marker));
            }
        }
    }

    private static void CheckLabel(CheckRun run, Check check, string label, LabelLocation location)
    {
        var other = run.Index.ByLabel(label) is { } node ? new LabelLocation(node, null, null) : run.LabelsInProperties[label];
        if (other != location)
            run.Report(check, location.Node, $"Duplicate label '{label}' on {location} and {other}");
    }

    private static void ExplicitPhandles(CheckRun run, Check check, TreeNode node)
    {
        var phandle = PhandleOf(run, check, node, "phandle");
        var legacy = PhandleOf(run, check, node, "linux,phandle");
        if (phandle == 0 && legacy == 0)
            return;
        if (phandle != 0 && legacy != 0 && phandle != legacy)
            run.Report(check, node, "mismatching 'phandle' and 'linux,phandle' properties");
        if (phandle == 0)
            phandle = legacy;
        if (run.Phandles.Find(phandle) is { } other && other != node)
            run.Report(check, node, $"duplicated phandle 0x{phandle:x} (seen before at {other.Path})");
        else
            run.Phandles.Set(node, phandle);
    }

    /// <summary>The number that a property gives a node; 0 where it gives none.</summary>
    private static uint PhandleOf(CheckRun run, Check check, TreeNode node, string name)
    {
        if (node.Property(name) is not { } property)
            return 0;
        if (property.Value.Length != 4)
        {
            run.Report(check, node, property, $"bad length ({property.Value.Length}) {name} property");
            return 0;
        }

        if (property.Value.MarkerList.Find(marker => marker.Kind == MarkerKind.Phandle) is { } reference)
        {
            // A reference to the node itself asks for a number, whoever else refers to it.
            if (run.Index.Find(reference.Text!) != node)
                run.Report(check, node, $"{name} is a reference to another node");
            return 0;
        }

        var phandle = property.Value.CellAt(0);
        if (Phandles.IsValid(phandle))
            return phandle;
        run.Report(check, node, property, $"bad value (0x{phandle:x}) in {name} property");
        return 0;
    }

    private static void FillPhandles(CheckRun run, Check check, TreeNode node)
    {
        // Giving out a number adds a property: to the node itself, when it refers to itself.
        for (var i = 0; i < node.PropertyList.Count; i++)
        {
            var property = node.PropertyList[i];
            if (property.IsDeleted)
                continue;
            foreach (var marker in property.Value.MarkerList)
            {
                if (marker.Kind != MarkerKind.Phandle)
                    continue;
                if (run.Index.Find(marker.Text!) is { } target)
                {
                    property.Value.SetCell(marker.Offset, run.Phandles.Of(target));
                    target.IsReferenced = true;
                }
                else if (run.Tree.IsPlugin)
                {
                    property.Value.SetCell(marker.Offset, uint.MaxValue);
                }
                else
                {
                    run.ReportMissing(check, node, marker);
                }
            }
        }
    }

    private static void FillPaths(CheckRun run, Check check, TreeNode node)
    {
        foreach (var property in node.Properties)
        {
            var markers = property.Value.MarkerList;
            for (var i = 0; i < markers.Count; i++)
            {
                if (markers[i].Kind != MarkerKind.Path)
                    continue;
                if (run.Index.Find(markers[i].Text!) is { } target)
                {
                    property.Value.Insert(i, Encoding.UTF8.GetBytes(target.Path + "\0"));
                    target.IsReferenced = true;
                }
                else
                {
                    run.ReportMissing(check, node, markers[i]);
                }
            }
        }
    }

    private static void OmitUnused(CheckRun run, Check check, TreeNode node)
    {
        if (run.Options.Symbols && node.LabelList.Count > 0)
            return;
        if (node.IsOmittedWithoutReference && !node.IsReferenced)
            TreeBuilder.Delete(node, default);
    }
}
