using Bsp.Model;

namespace Bsp.Artifacts.Checks.Disk;

/// <summary>A check of a disk, whichever distribution lays it out.</summary>
internal abstract class DiskCheck : IBoardCheck
{
    IEnumerable<Finding> IBoardCheck.Check(Board board, Distribution distribution) =>
        RecordedLayout.Of(board, distribution) is { } disk ? Check(board, disk.Layout).Select(disk.MapToRecord) : [];

    /// <inheritdoc cref="IBoardCheck.Check"/>
    protected abstract IEnumerable<Finding> Check(Board board, DiskLayout disk);
}
