using Bsp.Review.Changes;
using Bsp.Review.Revisions;

namespace Bsp.Review.Kernels;

/// <summary>What a change does to the kernels of all boards; each is compared once, for all boards that have it.</summary>
internal sealed class KernelChanges
{
    private readonly ReviewInput _input;
    private readonly Dictionary<(string, string), SharedKernel> _before;
    private readonly Dictionary<(string, string), SharedKernel> _after;
    private readonly Dictionary<(SharedKernel, SharedKernel), IReadOnlyList<Change>> _changes = [];

    public KernelChanges(ReviewInput input) =>
        (_input, _before, _after) = (input, ByBoard(input.Base.Boards), ByBoard(input.Head.Boards));

    /// <summary>The changes of a board's kernel, which all boards have that share it.</summary>
    public IReadOnlyList<Change> Of(BoardArtifacts before, BoardArtifacts after)
    {
        if (!_before.TryGetValue(before.Key, out var old) || !_after.TryGetValue(after.Key, out var now))
            return [];
        if (!_changes.TryGetValue((old, now), out var changes))
        {
            changes = KernelComparison.Between(
                (old, _input.BaseKernels.Kconfig(old.Source, old.Architecture)),
                (now, _input.HeadKernels.Kconfig(now.Source, now.Architecture)));
            _changes.Add((old, now), changes);
        }

        return changes;
    }

    /// <summary>
    /// The same, with what the board asks for and another board replaces: that says more than the value that the kernel has now.
    /// </summary>
    public IEnumerable<Change> With(IReadOnlyList<Change> changes, BoardArtifacts before, BoardArtifacts after)
    {
        if (!_before.TryGetValue(before.Key, out var old) || !_after.TryGetValue(after.Key, out var now))
            return changes;
        var known = old.OverruledOf(before.Board)
            .Select(pair => (pair.Loser.Request.Symbol, pair.Loser.Request.Value, pair.Winner.Request.Value))
            .ToHashSet();
        var overruled = now.OverruledOf(after.Board)
            .Where(pair => !known.Contains((pair.Loser.Request.Symbol, pair.Loser.Request.Value, pair.Winner.Request.Value)))
            .Select(pair => (pair.Loser, Change: Overruled(pair.Loser, pair.Winner)))
            // What all boards ask for, one may have more of.
            .Where(pair => pair.Loser.Board is not null || pair.Change.Attention != Attention.Note)
            .Select(pair => pair.Change)
            .ToDictionary(change => change.Subject, StringComparer.Ordinal);
        return changes.Where(change => change.Attention != Attention.Note || !overruled.ContainsKey(change.Subject))
            .Concat(overruled.Values);
    }

    private static Change Overruled(Asked loser, Asked winner)
    {
        var (asked, got) = (loser.Request.Value, winner.Request.Value);
        return new(ChangeRules.KernelOverruled, "CONFIG_" + loser.Request.Symbol)
        {
            Before = asked,
            After = got,
            Layer = winner.By,
            Attention = (Amount(asked), Amount(got)) switch
            {
                (null, _) or (_, null) => Attention.Warning,
                var (wanted, has) => has < wanted ? Attention.Error : Attention.Note,
            },
            Meaning = $"{loser.By} asks for {asked}, but {winner.By} for {got}, and the kernel that they share has what comes last",
        };
    }

    // Numbers and texts are neither more nor less.
    private static int? Amount(string value) =>
        value.Length == 1 && "nmy".IndexOf(value, StringComparison.Ordinal) is >= 0 and var amount ? amount : null;

    private static Dictionary<(string, string), SharedKernel> ByBoard(IEnumerable<BoardArtifacts> boards) =>
        SharedKernel.Of(boards).Values.SelectMany(kernel => kernel.Boards.Select(board => (board.Key, kernel)))
            .ToDictionary(pair => pair.Key, pair => pair.kernel);
}
