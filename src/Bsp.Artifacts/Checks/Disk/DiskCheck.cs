using Bsp.Model;

namespace Bsp.Artifacts.Checks.Disk;

/// <summary>A check of a disk, whichever distribution lays it out.</summary>
internal abstract class DiskCheck : IBoardCheck
{
    IEnumerable<Finding> IBoardCheck.Check(Board board, Distribution distribution) => (board, distribution) switch
    {
        (BootableBoard bootable, DebianDistribution) => Check(board, bootable.Disk),
        ({ Infix.Disk: { } disk }, InfixDistribution infix) => new InfixDiskLayout(disk, infix) is var layout ? Check(board, layout.Layout).Select(layout.InTheRecord) : [],
        _ => [],
    };

    /// <inheritdoc cref="IBoardCheck.Check"/>
    protected abstract IEnumerable<Finding> Check(Board board, DiskLayout disk);
}
