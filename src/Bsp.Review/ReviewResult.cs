using Bsp.Review.Changes;
using Bsp.Review.Revisions;

namespace Bsp.Review;

/// <summary>What a change does to every board.</summary>
/// <param name="Base">The revision that it is compared with.</param>
/// <param name="Head">The revision that is reviewed.</param>
/// <param name="Boards">All boards on all distributions, those that do not change as well.</param>
public sealed record ReviewResult(Revision Base, Revision Head, IReadOnlyList<BoardReview> Boards)
{
    /// <summary>Files of the tools that differ: what they make of the same boards shows only in a build.</summary>
    public IReadOnlyList<string> ChangedTools { get; init; } = [];

    /// <summary>What is to be known about the review itself.</summary>
    public IReadOnlyList<string> Notes
    {
        get
        {
            var notes = new List<string>();
            if (ChangedTools.Count > 0)
            {
                var differ = ChangedTools.Count == 1 ? "differs" : "differ";
                notes.Add(
                    $"{Quantity.Count(ChangedTools.Count, "file")} of the tools that build firmware {differ} too "
                    + $"({string.Join(", ", ChangedTools.Take(3))}{(ChangedTools.Count > 3 ? ", …" : "")}): "
                    + "what they make of the same boards shows only in a build");
            }

            if (Unchecked().ToList() is { Count: > 0 } kernels)
            {
                notes.Add(
                    $"requests of {string.Join(", ", kernels)} are not checked, as its Kconfig files are not at hand; "
                    + "'./build.sh Restore --board all' makes the snapshots of the kernels that are pinned");
            }

            if (Head.Hash.Length > 0)
                notes.Add($"reviewed: {Head.Hash}; 'Image --reviewed' and 'Port --reviewed' refuse anything else");
            return notes;
        }
    }

    /// <summary>Those that change.</summary>
    public IEnumerable<BoardReview> Changed => Boards.Where(board => board.IsChanged);

    /// <summary>What the change asks of devices in the field, at worst.</summary>
    public FieldImpact Impact => Boards.Count == 0 ? FieldImpact.None : Boards.Max(board => board.Impact);

    /// <summary>Each change once, with the boards that have it: those that the same boards have stand together.</summary>
    public IReadOnlyList<ChangeGroup> Groups =>
    [
        .. Boards.SelectMany(board => board.Changes.Select(change => (Change: change, Board: board)))
            .GroupBy(pair => pair.Change)
            .Select(group => (Change: group.Key, Boards: group.Select(pair => pair.Board).ToList()))
            .GroupBy(entry => string.Join('\n', entry.Boards.Select(board => board.Name)), StringComparer.Ordinal)
            .Select(group => new ChangeGroup(group.First().Boards, [.. group.Select(entry => entry.Change)]))
            .OrderByDescending(group => group.Impact)
            .ThenByDescending(group => group.Attention)
            .ThenBy(group => group.Boards[0].Name, StringComparer.Ordinal),
    ];

    private IEnumerable<string> Unchecked() =>
        Boards.Where(board => board.Changes.Any(change => change.Rule == ChangeRules.KernelRequest))
            .Select(board => board.After!.Kernel!.Source)
            .Distinct();

    /// <summary>What wants to be looked at, the worst first, each with the boards that have it.</summary>
    public IReadOnlyList<(Change Change, IReadOnlyList<BoardReview> Boards)> Foremost =>
    [
        .. Groups.SelectMany(group => group.Changes.Select(change => (Change: change, group.Boards)))
            .Where(entry => entry.Change.Attention != Attention.Note)
            .OrderByDescending(entry => entry.Change.Attention)
            .ThenByDescending(entry => entry.Change.Impact),
    ];

    /// <summary>What is wrong with the review's own input, such as stale artifacts; an error each.</summary>
    public IReadOnlyList<Change> Faults =>
    [
        .. Head.Stale.Select(path => new Change(ChangeRules.Stale, path)
        {
            Meaning = "reviewed is what the records say; run Generate and commit",
        }),
    ];
}

/// <summary>Changes that the same boards have.</summary>
/// <param name="Boards">These boards.</param>
/// <param name="Changes">The changes, in the order of a page.</param>
public sealed record ChangeGroup(IReadOnlyList<BoardReview> Boards, IReadOnlyList<Change> Changes)
{
    /// <summary>What they ask of devices in the field, at worst.</summary>
    public FieldImpact Impact => Changes.Max(change => change.Impact);

    /// <summary>How much they want to be looked at, at most.</summary>
    public Attention Attention => Changes.Max(change => change.Attention);
}
