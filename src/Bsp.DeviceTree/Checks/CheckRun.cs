using Bsp.DeviceTrees.Language;

namespace Bsp.DeviceTrees.Checks;

/// <summary>One run of the checks over a tree. Some of them do what completes it: phandles, paths, nodes that nobody refers to.</summary>
internal sealed class CheckRun
{
    private readonly ICollection<SourceMessage> _messages;
    private readonly List<TreeNode> _nodes;
    private readonly NodeFacts?[] _facts;

    /// <summary>A run that has made no check yet.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="options">What decides about the result.</param>
    /// <param name="messages">Takes what is found.</param>
    public CheckRun(DeviceTree tree, CompilerOptions options, ICollection<SourceMessage> messages)
    {
        (Tree, Options, _messages) = (tree, options, messages);
        _nodes = [.. tree.Root.SelfAndDescendants()];
        for (var i = 0; i < _nodes.Count; i++)
            _nodes[i].Number = i;
        _facts = new NodeFacts?[_nodes.Count];
        (Index, Phandles) = (new(tree.Root, _nodes), new(options.PhandleProperties));
    }

    public DeviceTree Tree { get; }

    public CompilerOptions Options { get; }

    public TreeIndex Index { get; }

    public Phandles Phandles { get; }

    /// <summary>Where labels of properties and in their values stand.</summary>
    public Dictionary<string, LabelPlace> LabelsInProperties => field ??= LabelPlace.InProperties(Tree);

    /// <summary>The names of all properties, each once.</summary>
    public IEnumerable<string> PropertyNames => Holders.Keys;

    // The nodes that have a property, in the tree's order. What checks add, phandles, none of them is about.
    private Dictionary<string, List<TreeNode>> Holders => field ??= HoldersAmong(_nodes);

    /// <summary>What the checks so far have found out about a node.</summary>
    public NodeFacts FactsOf(TreeNode node) => _facts[node.Number] ??= new();

    /// <summary>Makes the checks that are on, and those that they need.</summary>
    /// <returns>False when there is an error.</returns>
    public bool Run(CheckSet checks)
    {
        foreach (var check in checks.All)
        {
            // As dtc does: what an error leaves undone is left undone, for who wants the tree nevertheless.
            if ((check.IsWarning || check.IsError) && !Run(check))
                return false;
        }

        return true;
    }

    public void Report(Check check, TreeNode node, string text) => Report(check, node, null, text);

    public void Report(Check check, TreeNode node, TreeProperty? property, string text)
    {
        check.Status = CheckStatus.Failed;
        var span = property?.Definition.Span is { Text: not null } place ? place : node.BodyList.FirstOrDefault();
        Add(check, new(Severity(check), text)
        {
            Span = span,
            Subject = property is null ? node.Path : node.Path + ":" + property.Name,
            Others = property is null ? [.. node.BodyList.Skip(1)] : [],
        });
    }

    public void ReportMissing(Check check, TreeNode node, Marker reference)
    {
        var question = reference.Text!.IndexOf('/') is not -1 ? "" : NearestNames.Question(reference.Text, Index.Labels);
        check.Status = CheckStatus.Failed;
        Add(check, new(Severity(check), $"Reference to non-existent node or label \"{reference.Text}\"{question}")
        {
            Span = reference.Span,
            Subject = node.Path,
        });
    }

    private bool Run(Check check)
    {
        if (check.Status == CheckStatus.Open)
            Make(check);
        return check.Status == CheckStatus.Passed || !check.IsError;
    }

    private void Make(Check check)
    {
        var isGood = true;
        foreach (var need in check.Needs)
        {
            isGood = isGood && Run(need);
            if (need.Status != CheckStatus.Passed)
            {
                check.Status = CheckStatus.Unprepared;
                Add(check, new(Severity(check), $"Failed prerequisite '{need.Name}'"));
            }
        }

        if (check.Status != CheckStatus.Open)
            return;
        Visit(check);
        if (check.Status == CheckStatus.Open)
            check.Status = CheckStatus.Passed;
    }

    // Most nodes have none of the properties that most checks are about.
    private void Visit(Check check)
    {
        if (check.Property is not { } property)
            Visit(check, _nodes);
        else if (Holders.TryGetValue(property, out var nodes))
            Visit(check, nodes);
    }

    private void Visit(Check check, List<TreeNode> nodes)
    {
        foreach (var node in nodes)
        {
            // A check may delete nodes. The root is looked at in any case.
            if (!node.IsDeleted || node.Parent is null)
                check.Visit(this, check, node);
        }
    }

    private static Dictionary<string, List<TreeNode>> HoldersAmong(List<TreeNode> nodes)
    {
        var holders = new Dictionary<string, List<TreeNode>>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            foreach (var property in node.Properties)
            {
                if (!holders.TryGetValue(property.Name, out var some))
                    holders.Add(property.Name, some = []);
                // A property may be there twice.
                if (some.Count == 0 || some[some.Count - 1] != node)
                    some.Add(node);
            }
        }

        return holders;
    }

    private static SourceSeverity Severity(Check check) => check.IsError ? SourceSeverity.Error : SourceSeverity.Warning;

    private void Add(Check check, SourceMessage message)
    {
        if (check.IsWarning || check.IsError)
            _messages.Add(message with { Check = check.Name });
    }
}
