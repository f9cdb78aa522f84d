using System.Text;
using Bsp.Cli.Reports;
using Bsp.DeviceTrees;

namespace Bsp.Cli.DeviceTrees;

/// <summary>Prints a tree for people: as a source with everything resolved, on demand with where each line comes from.</summary>
/// <param name="references">The references of the tree.</param>
/// <param name="origins">Whether positions are printed.</param>
/// <param name="linePrefix">What every line begins with.</param>
internal sealed class TreePrinter(TreeReferences references, bool origins, string linePrefix = "")
{
    private readonly ValueText _values = new(references);
    private readonly StringBuilder _text = new();

    /// <summary>Whether the numbers that nodes are referred to by are printed; those that the compiler gave them never are.</summary>
    public bool Phandles { get; init; }

    /// <summary>Whether the lists of references are left out that the compiler makes of a plugin.</summary>
    public bool IsPlugin { get; init; }

    /// <summary>Whether a node is printed, with what is in it; null for all.</summary>
    public Func<TreeNode, bool>? IsIncluded { get; init; }

    /// <summary>Everything printed so far.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>Prints a node with what is in it.</summary>
    /// <param name="node">The node.</param>
    /// <param name="name">What it is called: its name, or its path.</param>
    /// <param name="depth">How many levels are printed below it; -1 for all.</param>
    public void Node(TreeNode node, string name, int depth = -1) => Node(node, name, depth, 0);

    /// <summary>A property as it is written in a source; a comment says where its type is a guess.</summary>
    public static string Property(ValueText values, TreeNode node, TreeProperty property) =>
        PrintableText.Of(values.Of(node, property) is { Length: > 0 } value ? $"{property.Name} = {value};" : property.Name + ";")
        + (values.IsGuess(node, property) ? "  // guess" : "");

    /// <summary>Prints what precedes the root: that a tree is a plugin, and reserved memory.</summary>
    public void Start(IReadOnlyList<MemoryReservation> entries)
    {
        if (IsPlugin)
            _text.Append("/plugin/;\n\n");
        foreach (var entry in entries)
            Line(0, entry.ToString(), []);
        if (entries.Count > 0)
            _text.Append('\n');
    }

    private void Node(TreeNode node, string name, int depth, int level)
    {
        var label = Labels(node);
        var children = node.Children
            .Where(
                child => (!IsPlugin || node.Parent is not null || child.Name is not ("__fixups__" or "__local_fixups__"))
                    && IsIncluded?.Invoke(child) is not false)
            .ToList();
        if (depth == 0 && (children.Count > 0 || node.Properties.Any()))
        {
            Line(level, $"{label}{name} {{ … }};", node.Spans);
            return;
        }

        Line(level, $"{label}{name} {{", node.Spans);
        foreach (var property in node.Properties.Where(IsPrinted))
            Line(level + 1, Property(_values, node, property), origins ? Origins(property) : []);
        foreach (var child in children)
        {
            _text.Append(linePrefix.TrimEnd()).Append('\n');
            Node(child, child.Name, depth - 1, level + 1);
        }

        Line(level, "};", []);
    }

    private string Labels(TreeNode node)
    {
        var own = string.Concat(node.Labels.Where(label => !label.IsDeleted).Select(label => label + ": "));
        return own.Length == 0 && references.LabelOf(node) is { } known ? known + ": " : own;
    }

    // What a source or a blob gives is there; what the compiler made for a reference it makes again.
    private bool IsPrinted(TreeProperty property) =>
        property.Name is not ("phandle" or "linux,phandle")
        || (Phandles && (property.Definition.Span.Text is not null || property.Value.Markers.Count == 0));

    // The last one first.
    private static IEnumerable<SourceSpan> Origins(TreeProperty property)
    {
        for (var definition = property.Definition; definition is not null; definition = definition.Before)
            yield return definition.Span;
    }

    private void Line(int level, string line, IEnumerable<SourceSpan> spans)
    {
        _text.Append(linePrefix).Append('\t', level).Append(PrintableText.Of(line));
        var positions = origins
            ? spans.Where(span => span.Text is not null)
                .Select(span => span.First!.Value)
                .Select(position => $"{position.File}:{position.Line}")
                .ToList()
            : [];
        if (positions.Count > 0)
            _text.Append("  // ").AppendJoin(", ", positions);
        _text.Append('\n');
    }
}
