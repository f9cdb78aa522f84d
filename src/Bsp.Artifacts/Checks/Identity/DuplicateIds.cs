using Bsp.Model;

namespace Bsp.Artifacts.Checks.Identity;

/// <summary>BSP1003: two boards would write the same paths, or call themselves by the same host name.</summary>
internal static class DuplicateIds
{
    public static IEnumerable<Finding> Check(IReadOnlyList<Board> boards)
    {
        var seen = new Dictionary<string, Board>(StringComparer.Ordinal);
        foreach (var board in boards)
        {
            var hostName = board.Id.Replace('_', '-').ToLowerInvariant();
            if (!seen.TryGetValue(hostName, out var earlier))
            {
                seen.Add(hostName, board);
            }
            else if (earlier.Id == board.Id)
            {
                yield return new(
                    Rules.DuplicateId, board,
                    $"{Named(board)} has the id '{board.Id}' that {Named(earlier)} has; give one of them another id");
            }
            else
            {
                yield return new(
                    Rules.DuplicateId, board,
                    $"the id '{board.Id}' makes the host name '{hostName}', as '{earlier.Id}' does; change more than '-' and '_'");
            }
        }
    }

    private static string Named(Board board) => $"'{board.Identity.Vendor} {board.Identity.Model}'";
}
