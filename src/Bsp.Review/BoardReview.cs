using Bsp.Review.Changes;
using Bsp.Review.Revisions;

namespace Bsp.Review;

/// <summary>What becomes of a board on a distribution.</summary>
/// <param name="Before">It in the base; null where it is new.</param>
/// <param name="After">It in the head; null where it is gone.</param>
/// <param name="Changes">What differs, in the order of a page.</param>
public sealed record BoardReview(BoardArtifacts? Before, BoardArtifacts? After, IReadOnlyList<Change> Changes)
{
    /// <summary>The board's id, in the head where it is there.</summary>
    public string Board => (After ?? Before)!.Board;

    /// <summary>The distribution's id.</summary>
    public string Distribution => (After ?? Before)!.Distribution;

    /// <summary>The board and its distribution: <c>qemu-aarch64 on reference</c>.</summary>
    public string Name => $"{Board} on {Distribution}";

    /// <summary>Where the changes come from.</summary>
    public required ChangeCause Cause { get; init; }

    /// <summary>What they ask of devices in the field: the worst of them.</summary>
    public FieldImpact Impact => Changes.Count == 0 ? FieldImpact.None : Changes.Max(change => change.Impact);

    /// <summary>Whether anything differs. What was lost before is told, but is no change.</summary>
    public bool IsChanged => Changes.Any(change => change.Rule != ChangeRules.KernelLostBefore);
}
