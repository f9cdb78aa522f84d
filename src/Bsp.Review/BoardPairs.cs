using Bsp.Review.Revisions;

namespace Bsp.Review;

/// <summary>Says which board of the head is which of the base.</summary>
internal static class BoardPairs
{
    /// <summary>Pairs by id and distribution; what is left over of one distribution pairs by what it is.</summary>
    public static IEnumerable<(BoardArtifacts? Before, BoardArtifacts? After)> Of(
        IReadOnlyList<BoardArtifacts> before, IReadOnlyList<BoardArtifacts> after)
    {
        var gone = before.Where(board => !after.Any(other => other.Key == board.Key)).ToList();
        foreach (var board in after)
        {
            var same = before.FirstOrDefault(other => other.Key == board.Key) ?? Renamed(board, gone);
            if (same is not null)
                gone.Remove(same);
            yield return (same, board);
        }

        foreach (var board in gone)
            yield return (board, null);
    }

    // A renamed board has files of the same content under names that differ by its id, or is the same by name and model.
    private static BoardArtifacts? Renamed(BoardArtifacts board, List<BoardArtifacts> gone)
    {
        var texts = Texts(board);
        return gone.Where(other => other.Distribution == board.Distribution)
            .Select(other => (Board: other, Alike: Texts(other).Intersect(texts).Count() * 2 >= Math.Max(texts.Count, 1)))
            .Where(other => other.Alike)
            .Select(other => other.Board)
            .FirstOrDefault();
    }

    private static HashSet<string> Texts(BoardArtifacts board)
    {
        var symbol = board.Board.ToUpperInvariant().Replace('-', '_');
        return
        [
            .. board.Files.Values.Select(
                text => text.Replace(board.Board, "", StringComparison.Ordinal).Replace(symbol, "", StringComparison.Ordinal)),
        ];
    }
}
