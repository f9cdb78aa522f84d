namespace Bsp.Review;

/// <summary>Where the changes of a board come from.</summary>
public sealed record ChangeCause
{
    /// <summary>Files of the board's own that differ: its record, and what lies beside it.</summary>
    public IReadOnlyList<string> Own { get; init; } = [];

    /// <summary>Files that boards share and that differ.</summary>
    public IReadOnlyList<string> Shared { get; init; } = [];

    /// <summary>Other boards that ask for something else of the kernel that this one shares with them.</summary>
    public IReadOnlyList<string> Neighbours { get; init; } = [];

    /// <summary>What these ask for, in short: <c>REGULATOR_GPIO y → m</c>.</summary>
    public IReadOnlyList<string> NeighboursRequests { get; init; } = [];

    /// <summary>The cause in words, to follow a board's name; empty where it is not known.</summary>
    public string Text => string.Join(" and ", new[]
    {
        Own.Count > 0 ? "by its own record" : "",
        Shared.Count > 0 ? "through " + Some(Shared) : "",
        Neighbours.Count > 0 ? $"through the kernel shared with {Some(Neighbours)} ({Some(NeighboursRequests)})" : "",
    }.Where(text => text.Length > 0));

    private static string Some(IReadOnlyList<string> items) => Quantity.Some(items, maximum: 3, some: 2);
}
