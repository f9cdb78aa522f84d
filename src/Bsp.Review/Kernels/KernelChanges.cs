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

    /// <summary>The changes of a board's kernel.</summary>
    public IReadOnlyList<Change> Of(BoardArtifacts before, BoardArtifacts after)
    {
        if (!_before.TryGetValue(before.Key, out var old) || !_after.TryGetValue(after.Key, out var now))
            return [];
        if (!_changes.TryGetValue((old, now), out var changes))
        {
            changes = KernelComparison.Between(
                (old, _input.BaseKernels.Kconfig(old.Source, old.Architecture)), (now, _input.HeadKernels.Kconfig(now.Source, now.Architecture)));
            _changes.Add((old, now), changes);
        }

        return changes;
    }

    private static Dictionary<(string, string), SharedKernel> ByBoard(IEnumerable<BoardArtifacts> boards) =>
        SharedKernel.Of(boards).Values.SelectMany(kernel => kernel.Boards.Select(board => (board.Key, kernel)))
            .ToDictionary(pair => pair.Key, pair => pair.kernel);
}
