using Bsp.Artifacts.Checks.Boot;
using Bsp.Artifacts.Checks.Disk;
using Bsp.Artifacts.Checks.Factory;
using Bsp.Artifacts.Checks.Identity;
using Bsp.Artifacts.Checks.Kernel;
using Bsp.Model;

namespace Bsp.Artifacts.Checks;

/// <summary>
/// Everything that is checked of boards before anything is built. The editor, the build and <c>nuke Check</c> run the same checks.
/// </summary>
public static class BoardChecks
{
    // In the order of the ids of what they find.
    private static readonly IBoardCheck[] Single =
    [
        new SafeIds(),
        new UniquePartitions(),
        new KernelConflicts(),
        new SharedKernels(),
        new ProductFolders(),
        new WifiRadios(),
        new Overlaps(),
        new DiskBounds(),
        new RawRegions(),
        new Alignments(),
        new PartitionNameLengths(),
        new SlotPartitionsOfEach(),
        new Filesystems(),
        new MbrEntries(),
        new ActivePartitions(),
        new NamedPartitions(),
        new ConsoleNode(),
        new ReservedArguments(),
        new LoadRegions(),
        new InfixLoadAddresses(),
        new DeviceTreeBase(),
        new BuiltTrees(),
        new BootMedia(),
        new EnvironmentPlaces(),
        new BootTargets(),
        new DeveloperMode(),
        new PasswordSources(),
        new VariablesOnce(),
        new TrustedKeys(),
        new SyslinuxNames(),
    ];

    /// <summary>All findings of one board on one distribution.</summary>
    public static IEnumerable<Finding> Check(Board board, Distribution distribution)
    {
        // Offsets beyond what a disk can have make every other statement about it moot.
        if (PlacementError(() => RecordedLayout.Of(board, distribution)?.Layout.Place()) is { } message)
            return [new Finding(Rules.InvalidValue, distribution is InfixDistribution ? board.Infix!.Disk! : board.Disk, message)];
        return Single.SelectMany(check => check.Check(board, distribution));
    }

    /// <summary>Findings that need all boards: duplicate ids and names, and kernels and systems that boards share.</summary>
    public static IEnumerable<Finding> CheckTogether(IReadOnlyList<Board> boards, IReadOnlyList<Distribution> distributions) =>
        DuplicateIds.Check(boards)
            .Concat(
                distributions.OfType<InfixDistribution>()
                    .SelectMany(infix => InfixKernels.Check(boards, infix).Concat(SameFiles.Check(boards, infix))));

    private static string? PlacementError(Func<object?> place)
    {
        try
        {
            place();
            return null;
        }
        catch (ModelException exception)
        {
            return exception.Message;
        }
    }
}
