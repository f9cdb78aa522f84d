using Bsp.Model;
using Bsp.Shared;

namespace Bsp.Artifacts.Checks.DeviceTrees;

/// <summary>Applies edits to a tree one after the other, as dtc does, and reports what they refer to that does not exist.</summary>
/// <param name="tree">The tree.</param>
/// <param name="path">Its name, for messages.</param>
internal sealed class TreeEditor(Bsp.DeviceTrees.DeviceTree tree, string path)
{
    private readonly EditedNode _root = new(tree.Root);

    // The nodes that are changed by labels that do not exist.
    private readonly EditedNode _nowhere = new("");
    private readonly List<(DtNode Node, string Target)> _references = [];
    private readonly List<Finding> _findings = [];

    /// <summary>What was found, in the order of the edits.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Applies one edit.</summary>
    public void Apply(DtNode edit)
    {
        if (edit.Name[0] != '&')
        {
            Merge(edit, Locate(edit));
            return;
        }

        var label = edit.Name.Substring(1);
        if (ByLabel(label) is { } node)
        {
            Merge(edit, node);
            return;
        }

        Report(
            Rules.UnknownLabel, edit, edit.Name,
            $"'{path}' has no label '{label}', so '{edit.Name}' changes nothing{NearestNames.Question(label, Labels())}");
        // What it refers to is looked at in any case, and what it labels can be referred to.
        Merge(edit, _nowhere.AddChild(edit.Name), isNew: true);
    }

    /// <summary>Looks up what values refer to, which may be defined after them.</summary>
    public void CheckReferences()
    {
        var labels = new HashSet<string>(Labels(), StringComparer.Ordinal);
        foreach (var (node, target) in _references)
        {
            if (target[0] != '/' && !labels.Contains(target))
            {
                Report(
                    Rules.UnknownLabel, node, target,
                    $"'{path}' with its edits has no label '{target}', which '{node.Name}' refers "
                    + $"to{NearestNames.Question(target, labels)}");
            }
            else if (target[0] == '/' && Find(target, out var found, out var missing) is null)
            {
                Report(
                    Rules.UnknownNode, node, target,
                    $"'{path}' with its edits has no node '{target}', which '{node.Name}' refers to: "
                    + $"'{found.Path}' has no '{missing}'{NearestNames.Question(missing, found.Children)}");
            }
        }
    }

    // The node of an absolute path. The last component may be new; a parent that dtc would create is taken for a misspelling.
    private EditedNode Locate(DtNode edit)
    {
        var names = edit.Name.Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        var parent = names.Length > 1 ? "/" + string.Join("/", names.Take(names.Length - 1)) : "/";
        if (Find(parent, out var at, out var missing) is null)
        {
            Report(
                Rules.NewParent, edit, edit.Name,
                $"'{path}' has no node '{parent}', and '{edit.Name}' would make one that no driver looks for: "
                + $"'{at.Path}' has no '{missing}'{NearestNames.Question(missing, at.Children)}");
        }

        return names.Aggregate(_root, (node, name) => node.AddChild(name));
    }

    private void Merge(DtNode edit, EditedNode node, bool isNew = false)
    {
        if (edit.Label is { } label)
            node.AddLabel(label);
        foreach (var name in edit.DeleteProperties)
        {
            if (!node.RemoveProperty(name) && !isNew)
            {
                Report(
                    Rules.NothingToDelete, edit, name,
                    $"'{node.Path}' of '{path}' has no property '{name}' to delete{NearestNames.Question(name, node.Properties)}");
            }
        }

        foreach (var property in edit.Properties)
        {
            node.AddProperty(property.Name);
            foreach (var cell in property.Values.OfType<DtCells>().SelectMany(cells => cells.Cells))
            {
                if (cell.Target is { } target)
                    _references.Add((edit, target));
            }
        }

        foreach (var name in edit.DeleteNodes)
        {
            if (!node.RemoveChild(name) && !isNew)
            {
                Report(
                    Rules.NothingToDelete, edit, name,
                    $"'{node.Path}' of '{path}' has no node '{name}' to delete{NearestNames.Question(name, node.Children)}");
            }
        }

        foreach (var child in edit.Nodes)
            Merge(child, node.AddChild(child.Name), isNew);
    }

    private EditedNode? Find(string wanted, out EditedNode found, out string missing)
    {
        (found, missing) = (_root, "");
        foreach (var name in wanted.Split(['/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (found.Child(name) is not { } child)
            {
                missing = name;
                return null;
            }

            found = child;
        }

        return found;
    }

    private EditedNode? ByLabel(string label)
    {
        foreach (var (name, node) in _root.Labels)
        {
            if (name == label)
                return node;
        }

        return null;
    }

    private IEnumerable<string> Labels() => _root.Labels.Concat(_nowhere.Labels).Select(known => known.Label);

    private void Report(Rule rule, DtNode subject, string word, string message) =>
        _findings.Add(new(rule, subject, message) { Word = word });
}
