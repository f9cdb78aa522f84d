using Bsp.Model;

namespace Bsp.Generators.Rendering;

/// <summary>A board on a distribution.</summary>
internal sealed record BoardDistributionPair(EvaluatedMember<Board> Board, EvaluatedMember<Distribution> Distribution)
{
    /// <summary>The pairs of a board with the distributions that take it; those of which too little is known stay in.</summary>
    public static IEnumerable<BoardDistributionPair> Of(EvaluatedMember<Board> board, Seq<EvaluatedMember<Distribution>> distributions) =>
        from distribution in distributions
        where board.Value is null || distribution.Value is null || distribution.Value.Supports(board.Value)
        select new BoardDistributionPair(board, distribution);
}
