namespace Bsp.Shared;

/// <summary>
/// Existing names near to a misspelt one. Compiled into each project that asks: the engines for Kconfig and for device trees know
/// nothing of each other, so there is no project below both, and a library of one class would be one more file beside the analyzer.
/// </summary>
internal static class NearestNames
{
    private const int Most = 3;

    /// <summary>The names within a third of the name's length in edits, the nearest first, three at most.</summary>
    public static IReadOnlyList<string> Find(string name, IEnumerable<string> names) => Find(name, names, Math.Max(1, name.Length / 3));

    /// <summary>The names within a number of edits, the nearest first, three at most.</summary>
    public static IReadOnlyList<string> Find(string name, IEnumerable<string> names, int limit) =>
    [
        .. names.Select(other => (Edits: Edits(name, other, limit), Name: other))
            .Where(found => found.Edits <= limit)
            .OrderBy(found => found.Edits).ThenBy(found => found.Name, StringComparer.Ordinal)
            .Take(Most)
            .Select(found => found.Name),
    ];

    /// <summary>The end of a message about a misspelt name: a question for the nearest ones; empty where nothing is near.</summary>
    public static string Question(string name, IEnumerable<string> names) =>
        Find(name, names) is { Count: > 0 } nearest ? $"; did you mean {string.Join(", ", nearest)}?" : "";

    /// <summary>As <see cref="Question(string, IEnumerable{string})"/>, within a number of edits.</summary>
    public static string Question(string name, IEnumerable<string> names, int limit) =>
        Find(name, names, limit) is { Count: > 0 } nearest ? $"; did you mean {string.Join(", ", nearest)}?" : "";

    /// <summary>
    /// How many letters must be added, removed, replaced or swapped with their neighbour to make one name of the other (optimal string
    /// alignment), where case does not count; more than the limit as soon as it is clear that they are more.
    /// </summary>
    private static int Edits(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
            return limit + 1;
        var beforePrevious = new int[b.Length + 1];
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var least = current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = previous[j - 1] + (IsSame(a[i - 1], b[j - 1]) ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && IsSame(a[i - 1], b[j - 2]) && IsSame(a[i - 2], b[j - 1]))
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
                least = Math.Min(least, current[j]);
            }

            if (least > limit)
                return limit + 1;
            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[b.Length];
    }

    private static bool IsSame(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
