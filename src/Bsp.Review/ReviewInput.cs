using Bsp.Review.Platform;
using Bsp.Review.Revisions;

namespace Bsp.Review;

/// <summary>What a review is made from.</summary>
/// <param name="Base">The revision that devices in the field have.</param>
/// <param name="Head">The revision that is to be reviewed.</param>
public sealed record ReviewInput(Revision Base, Revision Head)
{
    /// <summary>What is known about the kernels of the base.</summary>
    public IKernels BaseKernels { get; init; } = new NoKernels();

    /// <summary>What is known about the kernels of the head.</summary>
    public IKernels HeadKernels { get; init; } = new NoKernels();

    /// <summary>The files that differ between the two; none where that is not known.</summary>
    public IReadOnlyList<ChangedFile> ChangedFiles { get; init; } = [];

    /// <summary>The C# files of the head's boards and their layers, by path; none where they are not at hand.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether a file that boards share is of concern to a board, by the board's id; all are where that is not known.</summary>
    public Func<string, string, bool> IsOfConcern { get; init; } = (_, _) => true;
}
