using Bsp.Model;

namespace Bsp.Artifacts.Checks;

/// <summary>A check of one board on one distribution: all that it finds, not the first.</summary>
internal interface IBoardCheck
{
    /// <summary>What is wrong; nothing where all is well.</summary>
    IEnumerable<Finding> Check(Board board, Distribution distribution);
}
