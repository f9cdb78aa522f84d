using Bsp.Model;

namespace Bsp.Artifacts.Checks.Disk;

/// <summary>A check of a disk that a distribution of Debian's packages lays out.</summary>
internal abstract class DebianDiskCheck : DebianCheck
{
    /// <inheritdoc/>
    protected sealed override IEnumerable<Finding> Check(BootableBoard board, DebianDistribution distribution) =>
        RecordedLayout.Of(board, distribution) is { } disk ? Check(board, disk.Layout, distribution).Select(disk.MapToRecord) : [];

    /// <inheritdoc cref="IBoardCheck.Check"/>
    protected abstract IEnumerable<Finding> Check(BootableBoard board, DiskLayout disk, DebianDistribution distribution);
}
