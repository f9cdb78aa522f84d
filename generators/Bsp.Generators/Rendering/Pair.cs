using Bsp.Model;

namespace Bsp.Generators.Rendering;

/// <summary>A board on a distribution.</summary>
internal sealed record Pair(Marked<Board> Board, Marked<Distribution> Distribution)
{
    /// <summary>The pairs of a board with the distributions that take it; those of which too little is known stay in.</summary>
    public static IEnumerable<Pair> Of(Marked<Board> board, Seq<Marked<Distribution>> distributions) =>
        from distribution in distributions
        where board.Value is null || distribution.Value is null || distribution.Value.Takes(board.Value)
        select new Pair(board, distribution);
}
