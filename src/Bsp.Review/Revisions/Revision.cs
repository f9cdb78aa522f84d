namespace Bsp.Review.Revisions;

/// <summary>One of the two sides of a review.</summary>
/// <param name="Name">How people call it: a commit, or the working tree.</param>
/// <param name="Boards">All boards on all distributions.</param>
public sealed record Revision(string Name, IReadOnlyList<BoardArtifacts> Boards)
{
    /// <summary>The text of the lock file with the pinned sources; null where there is none.</summary>
    public string? Lock { get; init; }

    /// <summary>The hash of all that its firmware is built from; empty where it is not known.</summary>
    public string Hash { get; init; } = "";

    /// <summary>How it was evaluated: from the committed artifacts, or by compiling the records.</summary>
    public string Evaluation { get; init; } = "the committed artifacts";

    /// <summary>Committed artifacts that are not what the records say, by path in the repository.</summary>
    public IReadOnlyList<string> Stale { get; init; } = [];
}
