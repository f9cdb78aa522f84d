namespace Bsp.Kconfig;

/// <summary>Finds existing names near to a misspelt one.</summary>
public static class NearestNames
{
    private const int Most = 3;

    /// <summary>The names of defined symbols that differ least, the nearest first; none where nothing is near.</summary>
    public static IReadOnlyList<string> To(string name, KconfigTree tree)
    {
        var limit = Math.Max(1, name.Length / 3);
        var found = new List<(int Distance, string Name)>();
        foreach (var symbol in tree.Symbols)
        {
            if (symbol is { IsDefined: true, IsConstant: false, Name: { } other } && Math.Abs(other.Length - name.Length) <= limit
                && Distance(name, other, limit) is var distance && distance <= limit)
                found.Add((distance, other));
        }

        return
        [
            .. found.OrderBy(entry => entry.Distance).ThenBy(entry => entry.Name, StringComparer.Ordinal).Take(Most).Select(entry => entry.Name),
        ];
    }

    /// <summary>Levenshtein's distance, where letters of another case are the same, or more than the limit as soon as it is larger.</summary>
    private static int Distance(string a, string b, int limit)
    {
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var least = current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = previous[j - 1] + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
                least = Math.Min(least, current[j]);
            }

            if (least > limit)
                return limit + 1;
            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
