namespace Nuke.Common.Execution;

/// <summary>Names that somebody may have meant.</summary>
internal static class NearestNames
{
    /// <summary>Names within a third of the length in edits, or that begin alike; the nearest first, three at most.</summary>
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> names) =>
    [
        .. names
            .Select(x => (Name: x, Edits: Edits(name.ToUpperInvariant(), x.ToUpperInvariant())))
            .Where(x => x.Edits <= Math.Max(1, Math.Max(name.Length, x.Name.Length) / 3)
                || (name.Length >= 2 && x.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(x => x.Edits).ThenBy(x => x.Name, StringComparer.Ordinal)
            .Take(3)
            .Select(x => x.Name),
    ];

    /// <summary>Levenshtein's distance.</summary>
    private static int Edits(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
