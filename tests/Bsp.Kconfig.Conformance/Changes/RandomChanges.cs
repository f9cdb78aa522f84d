using System.Globalization;
using Bsp.Artifacts;
using Bsp.Kconfig.Conformance.Fragments;
using Bsp.Review.Revisions;

namespace Bsp.Kconfig.Conformance.Changes;

/// <summary>Changes such as people make of what a board asks of its kernel: requests that come, go, and get another value.</summary>
/// <param name="boards">Boards of the architecture, with their <c>linux_defconfig</c>.</param>
/// <param name="tree">The symbols.</param>
/// <param name="seed">Chooses: the same seed, the same changes.</param>
internal sealed class RandomChanges(IReadOnlyList<BoardArtifacts> boards, KconfigTree tree, int seed)
{
    private const int MaximumEdits = 4;

    private readonly RandomFragments _fragments = new(tree, seed);

    /// <summary>The boards below a repository's folder whose kernels are of an architecture.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="architecture">The kernel's name of the architecture.</param>
    public static IReadOnlyList<BoardArtifacts> Boards(string root, string architecture) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(root, "boards"), ArtifactNames.LinuxDefconfig, SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (Parts: Path.GetRelativePath(root, path).Split('/'), Path: path))
            .Where(file => file.Parts is [_, _, "generated", _, ArtifactNames.LinuxDefconfig])
            .Select(file => new BoardArtifacts(
                file.Parts[1], file.Parts[3],
                new Dictionary<string, string> { [ArtifactNames.LinuxDefconfig] = File.ReadAllText(file.Path) }))
            .Where(board => board.KernelArchitecture == ArchitectureOf(architecture)),
    ];

    // The kernel's folder for both of its x86 architectures has one name.
    private static string ArchitectureOf(string folder) => folder == "x86" ? "x86_64" : folder;

    /// <summary>A board before and after a change, and its files as conf reads them.</summary>
    /// <param name="number">The change's number.</param>
    public (BoardArtifacts Before, BoardArtifacts After) Make(int number)
    {
        var random = new Random(unchecked((seed * 7_368_787) + number));
        var board = boards[random.Next(boards.Count)];
        // The base is no committed file either: what is asked for there may be lost already.
        var before = Edited(board.Files[ArtifactNames.LinuxDefconfig], random, number * 2);
        return (With(board, before), With(board, Edited(before, random, (number * 2) + 1)));
    }

    /// <summary>What conf reads of a board.</summary>
    public static string Defconfig(BoardArtifacts board) => board.Files[ArtifactNames.LinuxDefconfig];

    private static BoardArtifacts With(BoardArtifacts board, string text) =>
        new(board.Board, board.Distribution, new Dictionary<string, string> { [ArtifactNames.LinuxDefconfig] = text });

    private string Edited(string text, Random random, int number)
    {
        var lines = text.TrimEnd('\n').Split('\n').ToList();
        for (var left = random.Next(1, MaximumEdits + 1); left > 0; left--)
        {
            var requests = Enumerable.Range(0, lines.Count).Where(i => Request.Parse(lines[i], "", tree.Dialect.Prefix).Count > 0).ToList();
            var at = requests[random.Next(requests.Count)];
            switch (random.Next(3))
            {
                case 0:
                    lines.RemoveAt(at);
                    break;
                case 1:
                    lines[at] = OtherValue(lines[at], random);
                    break;
                default:
                    Add(lines, _fragments.Make(number + (left * 100_003)).TrimEnd('\n').Split('\n')[0]);
                    break;
            }
        }

        return string.Join('\n', lines) + "\n";
    }

    // An artifact names a symbol once. Of two lines conf would take the first, where the value of the second is none of the symbol's type.
    private void Add(List<string> lines, string line)
    {
        var symbols = Request.Parse(line, "", tree.Dialect.Prefix).Select(request => request.Symbol).ToHashSet(StringComparer.Ordinal);
        lines.RemoveAll(other => Request.Parse(other, "", tree.Dialect.Prefix).Any(request => symbols.Contains(request.Symbol)));
        lines.Add(line);
    }

    private string OtherValue(string line, Random random)
    {
        var request = Request.Parse(line, "", tree.Dialect.Prefix)[0];
        var name = tree.Dialect.Prefix + request.Symbol;
        return request.Value switch
        {
            "n" => name + (random.Next(2) == 0 ? "=y" : "=m"),
            "y" or "m" => random.Next(2) == 0 ? $"# {name} is not set" : name + (request.Value == "y" ? "=m" : "=y"),
            _ when long.TryParse(request.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
                string.Create(CultureInfo.InvariantCulture, $"{name}={number + random.Next(1, 9)}"),
            _ => name + "=\"other\"",
        };
    }
}
