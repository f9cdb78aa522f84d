namespace Bsp.DeviceTrees.Language;

/// <summary>Finds existing names near to a misspelt one.</summary>
internal static class NearestNames
{
    private const int Most = 3;

    /// <summary>The names that differ least, the nearest first; none where nothing is near.</summary>
    public static IReadOnlyList<string> To(string name, IEnumerable<string> names)
    {
        var limit = Math.Max(1, name.Length / 3);
        return
        [
            .. names.Where(other => Math.Abs(other.Length - name.Length) <= limit)
                .Select(other => (Distance: Distance(name, other), Name: other))
                .Where(found => found.Distance <= limit)
                .OrderBy(found => found.Distance).ThenBy(found => found.Name, StringComparer.Ordinal)
                .Take(Most)
                .Select(found => found.Name),
        ];
    }

    /// <summary>The end of a message about a misspelt name: a question for the nearest ones; empty where nothing is near.</summary>
    public static string Question(string name, IEnumerable<string> names) =>
        To(name, names) is { Count: > 0 } nearest ? $"; did you mean {string.Join(", ", nearest)}?" : "";

    // Levenshtein's.
    private static int Distance(string a, string b)
    {
        var above = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = above[0];
            above[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, above[j]) = (above[j], Math.Min(diagonal + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(above[j], above[j - 1]) + 1));
        }

        return above[b.Length];
    }
}
