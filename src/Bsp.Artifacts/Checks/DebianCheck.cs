using Bsp.Model;

namespace Bsp.Artifacts.Checks;

/// <summary>A check of a board that images are made for from Debian's packages.</summary>
internal abstract class DebianCheck : IBoardCheck
{
    IEnumerable<Finding> IBoardCheck.Check(Board board, Distribution distribution) =>
        board is BootableBoard bootable && distribution is DebianDistribution debian ? Check(bootable, debian) : [];

    /// <inheritdoc cref="IBoardCheck.Check"/>
    protected abstract IEnumerable<Finding> Check(BootableBoard board, DebianDistribution distribution);
}
