using Bsp.Artifacts.Checks.Disk;
using Bsp.Artifacts.Checks.Identity;
using Bsp.Artifacts.Checks.Kernel;
using Bsp.Model;

namespace Bsp.Artifacts.Checks;

/// <summary>
/// All checks of boards that run before anything is built. The editor, the build and <c>nuke Check</c> run the same checks.
/// </summary>
public static class BoardChecks
{
    /// <summary>All findings of one board on one distribution.</summary>
    public static IEnumerable<Finding> Check(Board board, Distribution distribution)
    {
        // Offsets beyond what a disk can have make every other statement about it moot.
        if (PlacementError(() => RecordedLayout.Of(board, distribution)?.Layout.Place()) is { } message)
            return [new Finding(Rules.InvalidValue, distribution is InfixDistribution ? board.Infix!.Disk! : board.Disk, message)];
        return Rules.Checks.SelectMany(check => check.Check(board, distribution));
    }

    /// <summary>Findings that need all boards: duplicate ids and names, and kernels and systems that boards share.</summary>
    public static IEnumerable<Finding> CheckTogether(IReadOnlyList<Board> boards, IReadOnlyList<Distribution> distributions) =>
        DuplicateIds.Check(boards)
            .Concat(
                distributions.OfType<InfixDistribution>()
                    .SelectMany(infix => InfixKernels.Check(boards, infix).Concat(DuplicateFiles.Check(boards, infix))));

    private static string? PlacementError(Func<object?> placeAll)
    {
        try
        {
            placeAll();
            return null;
        }
        catch (ModelException exception)
        {
            return exception.Message;
        }
    }
}
