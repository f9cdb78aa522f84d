using Bsp.Build;

namespace Bsp.Infix.Porting.Regions;

/// <summary>A region whose lines are between two comments, in the order of the boards' ids.</summary>
/// <param name="Name">Is in the comments.</param>
/// <param name="Comment">How comments are written there.</param>
/// <param name="Syntax">How entries are written there.</param>
/// <param name="Locate">Finds the list that the boards belong in.</param>
/// <param name="Where">Says in words where that list is.</param>
internal sealed record MarkedRegion(
    string Name, CommentStyle Comment, EntrySyntax Syntax, Func<IReadOnlyList<string>, ListScope?> Locate, string Where)
    : Region(Name)
{
    private const string Explanation = " (generated, see " + PortManifest.FilePath + ")";

    private string Begin => "BEGIN bsp " + Name;

    private string End => "END bsp " + Name;

    /// <inheritdoc/>
    public override RegionEdit Edit(string text, BoardLines wanted, IReadOnlyList<BoardLines> known, Lazy<SymbolOrder> order)
    {
        var lines = text.Split('\n');
        var marks = Marks(lines);
        var ours = Compose(wanted);
        if (marks is null && ours.Count == 0)
            return new(text, [], EditedByHand: false);

        var scope = Locate(lines);
        var indent = scope?.Indent
            ?? (marks is { } m ? lines[m.Begin][..lines[m.Begin].IndexOf(Comment.Open, StringComparison.Ordinal)] : null)
                ?? throw new BuildFailedException(
                    $"there is no {Where}; where the boards' lines belong, write the two lines\n  "
                    + $"{Comment.Line(Begin)}\n  {Comment.Line(End)}");
        var current = marks is { } at ? WithoutIndent(lines[(at.Begin + 1)..at.End]) : [];
        var edited = current.Count > 0 && !current.SequenceEqual(ours) && !known.Any(x => current.SequenceEqual(Compose(x)));

        var byHand = scope is null ? [] : ByHand(lines, scope, marks, ours);
        var insertAt = marks?.Begin ?? Ordered(lines, scope!, byHand, ours) ?? scope!.InsertAt;
        var result = new List<string>(lines.Length + ours.Count + 2);
        for (var i = 0; i <= lines.Length; i++)
        {
            if (i == insertAt && ours.Count > 0)
            {
                result.AddRange(
                    [indent + Comment.Line(Begin + Explanation), .. ours.Select(x => x.Length == 0 ? x : indent + x), indent
                        + Comment.Line(End)]);
            }

            if (i < lines.Length && !IsReplaced(i, marks, byHand))
                result.Add(lines[i]);
        }

        return new(string.Join('\n', result), [.. byHand.Select(x => lines[x.Start].Trim())], edited);
    }

    /// <inheritdoc/>
    public override string Without(string text, IReadOnlyList<BoardLines> lines)
    {
        var all = text.Split('\n');
        var marks = Marks(all);
        var byHand = Locate(all) is { } scope ? ByHand(all, scope, marks, [.. lines.SelectMany(Compose)]) : [];
        return string.Join('\n', all.Where((_, i) => !IsReplaced(i, marks, byHand)));
    }

    // Before the first entry that comes after the first of ours; null where the others are in no alphabetical order.
    private int? Ordered(string[] lines, ListScope scope, List<Entry> byHand, List<string> ours)
    {
        var others = Syntax.Read(lines, scope.ListStart, scope.InsertAt).Except(byHand).ToList();
        if (others.Count < 2 || others.Zip(others.Skip(1)).Any(x => string.CompareOrdinal(x.First.Key, x.Second.Key) >= 0)
            || Syntax.Read(ours, 0, ours.Count).FirstOrDefault() is not { } first
            || others.Find(x => string.CompareOrdinal(x.Key, first.Key) > 0) is not { } next)
            return null;
        var at = next.Start;
        // A comment belongs to what follows it.
        while (at > scope.ListStart && lines[at - 1].Trim().StartsWith(Comment.Open, StringComparison.Ordinal))
            at--;
        return at;
    }

    private static bool IsReplaced(int line, (int Begin, int End)? marks, List<Entry> byHand) =>
        (marks is { } ours && line >= ours.Begin && line <= ours.End) || byHand.Exists(x => line >= x.Start && line < x.Start + x.Count);

    // The entries of the list, outside of the marks, that are for what an entry of ours is for.
    private List<Entry> ByHand(string[] lines, ListScope scope, (int Begin, int End)? marks, List<string> ours)
    {
        var keys = Syntax.Read(ours, 0, ours.Count).Select(x => x.Key).ToHashSet(StringComparer.Ordinal);
        var byHand = Syntax.Read(lines, scope.Start, scope.End)
            .Where(x => marks is not { } m || x.Start < m.Begin || x.Start > m.End)
            .ToList();
        var shared = byHand.Find(
            x => x.Key.Contains('|', StringComparison.Ordinal) && x.Key.Split('|', StringSplitOptions.TrimEntries).Any(keys.Contains));
        return shared is not null && Syntax == EntrySyntax.CaseArms
            ? throw new BuildFailedException(
                $"line {shared.Start + 1}, '{lines[shared.Start].Trim()}', is for several boards, of which one is described here; "
                + "give that one an arm of its own")
            : byHand.FindAll(x => keys.Contains(x.Key));
    }

    private (int Begin, int End)? Marks(string[] lines)
    {
        var begins = Indexes(lines, Begin);
        var ends = Indexes(lines, End);
        return (begins, ends) switch
        {
            ([], []) => null,
            ([var begin], [var end]) when begin < end => (begin, end),
            _ => throw new BuildFailedException(
                $"the comments '{Begin}' and '{End}' do not occur once each, in this order; fix them, "
                + "or remove them with what is between them"),
        };
    }

    private int[] Indexes(string[] lines, string mark) =>
        [.. Enumerable.Range(0, lines.Length)
            .Where(
                i => lines[i].Trim() is var x
                    && (x == Comment.Line(mark) || x.StartsWith(Comment.Open + mark + " ", StringComparison.Ordinal)))];

    private List<string> Compose(BoardLines lines)
    {
        var composed = new List<string>();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (board, own) in lines.ByBoard)
        {
            var plain = WithoutIndent(own);
            foreach (var entry in Syntax.Read(plain, 0, plain.Count))
            {
                var text = plain.GetRange(entry.Start, entry.Count);
                if (seen.TryAdd(entry.Key, string.Join('\n', text)))
                    composed.AddRange(text);
                else if (seen[entry.Key] != string.Join('\n', text))
                    throw new BuildFailedException($"board '{board}' and one before it both have '{entry.Key}', with different lines");
            }
        }

        return composed;
    }

    private static List<string> WithoutIndent(IReadOnlyList<string> lines)
    {
        var indent = lines.Where(x => x.Trim().Length > 0).Select(x => x.Length - x.TrimStart().Length).DefaultIfEmpty(0).Min();
        return [.. lines.Select(x => x.Trim().Length == 0 ? "" : x[indent..])];
    }
}
