using Bsp.Model;

namespace Bsp.Artifacts.Checks;

/// <summary>Everything that is checked of boards before anything is built. The editor, the build and <c>nuke Check</c> run the same checks.</summary>
public static class BoardChecks
{
    /// <summary>All findings of one board on one distribution.</summary>
    public static IEnumerable<Finding> Check(Board board, Distribution distribution) => [];

    /// <summary>Findings that need all boards: duplicate ids and names.</summary>
    public static IEnumerable<Finding> CheckTogether(IReadOnlyList<Board> boards) => [];
}
