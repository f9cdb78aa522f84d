namespace Bsp.DeviceTrees.Checks;

/// <summary>A check by the name that dtc gives it (scripts/dtc/checks.c), with its state in one run.</summary>
/// <param name="name">The name.</param>
/// <param name="visit">Looks at a node.</param>
/// <param name="needs">The checks that have to pass before.</param>
internal sealed class Check(string name, Action<CheckRun, Check, TreeNode> visit, params Check[] needs)
{
    public string Name => name;

    public Action<CheckRun, Check, TreeNode> Visit => visit;

    public IReadOnlyList<Check> Needs => needs;

    /// <summary>The nodes that it may have something to say about; all where nothing is said.</summary>
    public Func<NodeGroups, List<TreeNode>> Among { get; init; } = nodes => nodes.All;

    /// <summary>Whether what it finds is reported.</summary>
    public bool IsWarning { get; set; }

    /// <summary>Whether what it finds makes the tree unfit.</summary>
    public bool IsError { get; set; }

    public CheckStatus Status { get; set; }

    /// <summary>A warning unless somebody says otherwise.</summary>
    public Check Warns()
    {
        IsWarning = true;
        return this;
    }

    /// <summary>An error, whatever is said about warnings.</summary>
    public Check Fails()
    {
        IsError = true;
        return this;
    }
}

/// <summary>What came of a check.</summary>
internal enum CheckStatus
{
    /// <summary>It has not been made.</summary>
    Open,

    /// <summary>One that it needs has failed.</summary>
    Unprepared,
    Passed,
    Failed,
}
