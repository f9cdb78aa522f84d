using Bsp.Artifacts.Infix;
using Bsp.Firmware.Boards;
using Bsp.Firmware.Porting.Regions;
using Bsp.Model;

namespace Bsp.Firmware.Porting;

/// <summary>What a board has for an Infix checkout.</summary>
/// <param name="Board">Its id.</param>
/// <param name="Files">Its own files: text by path.</param>
/// <param name="Lines">Its lines in shared files, by the place's name.</param>
internal sealed record Contribution(string Board, IReadOnlyDictionary<string, string> Files, IReadOnlyDictionary<string, IReadOnlyList<string>> Lines)
{
    /// <summary>Sorts a board's artifacts: <c>tree/</c> and <c>regions/</c> are for the checkout, what else there is is for reviewers.</summary>
    /// <exception cref="BuildFailedException">A path is one that Port may not write, or has no rule.</exception>
    public static Contribution Of(GeneratedBoard board)
    {
        var id = BoardIds.Checked(board.Board.Id);
        var origin = $"board '{id}'";
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        var lines = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (path, text) in board.Files)
        {
            if (path.StartsWith(InfixPaths.Tree, StringComparison.Ordinal))
                files.Add(Own(path[InfixPaths.Tree.Length..], origin), text);
            else if (path.StartsWith(InfixPaths.Regions, StringComparison.Ordinal))
                lines.Add(SharedFiles.Find(path[InfixPaths.Regions.Length..], origin).Name, text.TrimEnd('\n').Split('\n'));
        }

        return new(id, files, lines);
    }

    /// <summary>All boards' contributions.</summary>
    /// <exception cref="BuildFailedException">Two boards have the same file, or one has a file where the other has a folder.</exception>
    public static IReadOnlyDictionary<string, Contribution> OfAll(IEnumerable<GeneratedBoard> boards)
    {
        var all = boards.Select(Of).ToDictionary(x => x.Board, StringComparer.Ordinal);
        var owners = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, board) in all.Values.SelectMany(x => x.Files.Keys.Select(y => (y, x.Board))))
        {
            if (!owners.TryAdd(path, board))
                throw new BuildFailedException($"the boards '{owners[path]}' and '{board}' both have the file '{path}', which can belong to one only");
        }

        foreach (var (path, board) in owners)
        {
            for (var folder = Path.GetDirectoryName(path); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
            {
                if (owners.TryGetValue(folder, out var other))
                    throw new BuildFailedException($"board '{board}' has the file '{path}', and board '{other}' has a file where its folder '{folder}' would be");
            }
        }

        return all;
    }

    private static string Own(string path, string origin) =>
        SharedFiles.PlacesOf(PortPath.Checked(path, origin)).Any()
            ? throw new BuildFailedException($"{origin} has the whole file '{path}', which boards share; its lines belong into '{InfixPaths.Regions}{path}'")
            : path;
}
