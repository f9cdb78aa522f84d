using Bsp.Shared;

namespace Bsp.DeviceTrees.Checks;

/// <summary>One run of the checks over a tree. Some of them do what completes it: phandles, paths, nodes that nobody refers to.</summary>
internal sealed class CheckRun
{
    private readonly ICollection<SourceMessage> _messages;
    private readonly List<TreeNode> _nodes = new(1 << 9);
    private readonly NodeInfo?[] _infos;

    /// <summary>A run that has made no check yet.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="options">What decides about the result.</param>
    /// <param name="messages">Receives what is found.</param>
    public CheckRun(DeviceTree tree, CompilerOptions options, ICollection<SourceMessage> messages)
    {
        (Tree, Options, _messages) = (tree, options, messages);
        Number(tree.Root);
        _infos = new NodeInfo?[_nodes.Count];
        Overlaid = tree.IsPlugin && options.Base is { } below ? new(below, tree) : null;
        (Index, Phandles) = (new(tree.Root, _nodes), new(options.PhandleProperties));
    }

    public DeviceTree Tree { get; }

    public CompilerOptions Options { get; }

    /// <summary>What the tree is laid over; null where that is not known.</summary>
    public OverlaidTree? Overlaid { get; }

    public TreeIndex Index { get; }

    public Phandles Phandles { get; }

    /// <summary>Where labels of properties and in their values stand.</summary>
    public Dictionary<string, LabelLocation> LabelsInProperties => field ??= LabelLocation.InProperties(Tree);

    private NodeGroups Groups => field ??= new(_nodes);

    /// <summary>What the checks so far have found out about a node.</summary>
    public NodeInfo InfoOf(TreeNode node) => _infos[node.Number] ??= new();

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
        var span = property?.Definition.Span is { Text: not null } defined ? defined : node.BodyList.FirstOrDefault();
        Add(check, new(Severity(check), text)
        {
            Span = span,
            Subject = property is null ? node.Path : node.Path + ":" + property.Name,
            Others = property is null ? [.. node.BodyList.Skip(1)] : [],
        });
    }

    public void ReportMissing(Check check, TreeNode node, Marker reference)
    {
        var question = reference.Text is ['/', ..] ? NearestNodes.Question(_nodes[0], reference.Text)
            : reference.Text!.IndexOf('/') is not -1 ? ""
            : NearestNames.Question(reference.Text, Index.Labels);
        check.Status = CheckStatus.Failed;
        Add(check, new(Severity(check), $"Reference to non-existent node or label \"{reference.Text}\"{question}")
        {
            Span = reference.Span,
            Subject = node.Path,
        });
    }

    // Parents first.
    private void Number(TreeNode node)
    {
        node.Number = _nodes.Count;
        _nodes.Add(node);
        foreach (var child in node.ChildList)
        {
            if (!child.IsDeleted)
                Number(child);
        }
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

    private void Visit(Check check)
    {
        foreach (var node in check.Among(Groups))
        {
            // A check may delete nodes. The root is looked at in any case.
            if (!node.IsDeleted || node.Parent is null)
                check.Visit(this, check, node);
        }
    }

    private static SourceSeverity Severity(Check check) => check.IsError ? SourceSeverity.Error : SourceSeverity.Warning;

    private void Add(Check check, SourceMessage message)
    {
        if (check.IsWarning || check.IsError)
            _messages.Add(message with { Check = check.Name });
    }
}
