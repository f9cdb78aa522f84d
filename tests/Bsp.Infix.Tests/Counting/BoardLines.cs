using Bsp.Infix.Tests.Support;

namespace Bsp.Infix.Tests.Counting;

/// <summary>The lines of a board.</summary>
/// <param name="Id">The board.</param>
/// <param name="Infix">What Infix has by hand.</param>
/// <param name="Record">Our record.</param>
/// <param name="Files">What else people write in the board's folder.</param>
/// <param name="Kinds">The largest kinds of Infix's files.</param>
internal sealed record BoardLines(string Id, int Infix, int Record, int Files, string Kinds)
{
    private const int MaximumKinds = 3;

    public static BoardLines Of(string board)
    {
        var reference = ReferenceData.Board(board);
        var folder = Path.Combine(TestPaths.Boards, board);
        // A board that is not described for Infix has nothing to compare.
        var ours = Directory.Exists(Path.Combine(folder, "generated/infix"))
            ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file => !Path.GetRelativePath(folder, file).StartsWith("generated/", StringComparison.Ordinal))
                .ToList()
            : [];
        var kinds = reference["hand_written_lines"]!.AsObject()
            .Select(kind => (kind.Key, Lines: kind.Value!.GetValue<int>()))
            .Where(kind => kind.Lines > 0);
        return new(
            board,
            reference["hand_written_total"]!.GetValue<int>(),
            Count(ours.Where(IsRecord)),
            Count(ours.Where(file => !IsRecord(file))),
            string.Join(
                ", ",
                kinds.OrderByDescending(kind => kind.Lines)
                    .ThenBy(kind => kind.Key, StringComparer.Ordinal)
                    .Take(MaximumKinds)
                    .Select(kind => $"{kind.Key} {kind.Lines}")));
    }

    /// <summary>The lines of the layers, or of some of them.</summary>
    public static int InLayers(string folder = "") =>
        Count(Directory.GetFiles(Path.Combine(TestPaths.Boards, "families", folder), "*.cs", SearchOption.AllDirectories));

    private static bool IsRecord(string file) => file.EndsWith(".cs", StringComparison.Ordinal);

    private static int Count(IEnumerable<string> files) => files.Sum(file => File.ReadLines(file).Count());
}
