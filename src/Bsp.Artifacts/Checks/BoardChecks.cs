using Bsp.Artifacts.Checks.Boot;
using Bsp.Artifacts.Checks.Disk;
using Bsp.Artifacts.Checks.Identity;
using Bsp.Model;

namespace Bsp.Artifacts.Checks;

/// <summary>Everything that is checked of boards before anything is built. The editor, the build and <c>nuke Check</c> run the same checks.</summary>
public static class BoardChecks
{
    // In the order of the ids of what they find.
    private static readonly IBoardCheck[] Single =
    [
        new SafeIds(),
        new UniquePartitions(),
        new KernelConflicts(),
        new Overlaps(),
        new DiskBounds(),
        new RawRegions(),
        new Alignments(),
        new PartitionNames(),
        new SlotPartitionsOfEach(),
        new Filesystems(),
        new MbrEntries(),
        new ConsoleNode(),
        new ReservedArguments(),
        new LoadRegions(),
        new DeviceTreeBase(),
    ];

    /// <summary>All findings of one board on one distribution.</summary>
    public static IEnumerable<Finding> Check(Board board, Distribution distribution)
    {
        // Offsets beyond what a disk can have make every other statement about it moot.
        if (board is BootableBoard { Disk: var disk } && PlacementError(disk) is { } message)
            return [new Finding(Rules.InvalidValue, disk, message)];
        return Single.SelectMany(check => check.Check(board, distribution));
    }

    /// <summary>Findings that need all boards: duplicate ids and names.</summary>
    public static IEnumerable<Finding> CheckTogether(IReadOnlyList<Board> boards) => DuplicateIds.Check(boards);

    private static string? PlacementError(DiskLayout disk)
    {
        try
        {
            disk.Place();
            return null;
        }
        catch (ModelException exception)
        {
            return exception.Message;
        }
    }
}
