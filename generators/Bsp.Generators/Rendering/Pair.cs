using Bsp.Model;

namespace Bsp.Generators.Rendering;

/// <summary>A board on a distribution.</summary>
internal sealed record Pair(Marked<Board> Board, Marked<Distribution> Distribution)
{
    public static IEnumerable<Pair> Of(Marked<Board> board, Seq<Marked<Distribution>> distributions) =>
        distributions.Select(distribution => new Pair(board, distribution));
}
