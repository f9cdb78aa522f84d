using Bsp.Model;

namespace Bsp.Artifacts.Checks;

/// <summary>A check of a board as it is described for Infix.</summary>
internal abstract class InfixCheck : IBoardCheck
{
    IEnumerable<Finding> IBoardCheck.Check(Board board, Distribution distribution) =>
        board.Infix is { } infix && distribution is InfixDistribution of ? Check(board, infix, of) : [];

    /// <inheritdoc cref="IBoardCheck.Check"/>
    protected abstract IEnumerable<Finding> Check(Board board, InfixBoard infix, InfixDistribution distribution);
}
