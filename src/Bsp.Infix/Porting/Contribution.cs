using System.Text;
using Bsp.Artifacts.Infix;
using Bsp.Build;
using Bsp.Infix.Porting.Regions;
using Bsp.Model;

namespace Bsp.Infix.Porting;

/// <summary>What a board has for an Infix checkout.</summary>
/// <param name="Board">Its id.</param>
/// <param name="Files">Its own files and links, by path.</param>
/// <param name="Lines">Its lines in shared files, by the region's name.</param>
internal sealed record Contribution(
    string Board, IReadOnlyDictionary<string, PortContent> Files, IReadOnlyDictionary<string, IReadOnlyList<string>> Lines)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Sorts a board's artifacts: <c>tree/</c>, <c>links/</c>, <c>kept/</c> and <c>regions/</c> are for the checkout, what else
    /// there is is for reviewers.
    /// </summary>
    /// <param name="board">The board.</param>
    /// <param name="boardFolders">The folder with the boards' folders, for files that are kept there.</param>
    /// <exception cref="BuildFailedException">A path is one that Port may not write, or has no rule; a kept file is missing.</exception>
    public static Contribution Of(GeneratedBoard board, string boardFolders)
    {
        var id = Ids.Validate(board.Board.Id);
        var origin = $"board '{id}'";
        var files = new Dictionary<string, PortContent>(StringComparer.Ordinal);
        var lines = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (path, text) in board.Files)
        {
            if (path.StartsWith(InfixPaths.Tree, StringComparison.Ordinal))
                Add(path[InfixPaths.Tree.Length..], new(text));
            else if (path.StartsWith(InfixPaths.Links, StringComparison.Ordinal))
                Add(path[InfixPaths.Links.Length..], new(text.TrimEnd('\n'), IsLink: true));
            else if (path.StartsWith(InfixPaths.Kept, StringComparison.Ordinal))
                Add(path[InfixPaths.Kept.Length..], new(ReadKept(boardFolders, id, text.TrimEnd('\n'))));
            else if (path.StartsWith(InfixPaths.Regions, StringComparison.Ordinal))
                lines.Add(SharedFiles.Find(path[InfixPaths.Regions.Length..], origin).Name, text.TrimEnd('\n').Split('\n'));
        }

        return new(id, files, lines);

        void Add(string path, PortContent content)
        {
            if (!files.TryAdd(RefuseShared(path, origin), content))
                throw new BuildFailedException($"{origin} has two things for '{path}'; leave it to one of them");
        }
    }

    /// <summary>All boards' contributions.</summary>
    /// <exception cref="BuildFailedException">Two boards have the same file, or one has a file where the other has a folder.</exception>
    public static IReadOnlyDictionary<string, Contribution> OfAll(IEnumerable<GeneratedBoard> boards, string boardFolders)
    {
        var all = boards.Select(x => Of(x, boardFolders)).ToDictionary(x => x.Board, StringComparer.Ordinal);
        var owners = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, board) in all.Values.SelectMany(x => x.Files.Keys.Select(y => (y, x.Board))))
        {
            if (!owners.TryAdd(path, board))
            {
                throw new BuildFailedException(
                    $"the boards '{owners[path]}' and '{board}' both have the file '{path}', which can belong to one only");
            }
        }

        foreach (var (path, board) in owners)
        {
            for (var folder = Path.GetDirectoryName(path); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
            {
                if (owners.TryGetValue(folder, out var other))
                {
                    throw new BuildFailedException(
                        $"board '{board}' has the file '{path}', and board '{other}' has a file where its folder '{folder}' would be");
                }
            }
        }

        return all;
    }

    private static string ReadKept(string boardFolders, string board, string source)
    {
        var path = Path.Combine(boardFolders, board, PortPath.Validate(source, $"board '{board}'"));
        try
        {
            return Strict.GetString(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BuildFailedException(
                $"board '{board}' keeps '{source}' in its folder, and '{path}' cannot be read: {exception.Message}", exception);
        }
        catch (DecoderFallbackException exception)
        {
            throw new BuildFailedException(
                $"board '{board}' keeps '{source}' in its folder, which is not UTF-8 text; Port carries text only", exception);
        }
    }

    private static string RefuseShared(string path, string origin) =>
        SharedFiles.RegionsOf(PortPath.Validate(path, origin)).Any()
            ? throw new BuildFailedException(
                $"{origin} has the whole file '{path}', which boards share; its lines belong in '{InfixPaths.Regions}{path}'")
            : path;
}
