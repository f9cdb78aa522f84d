namespace Bsp.DeviceTrees.Bindings.Validation;

/// <summary>Several patterns, which cache which of them a name matches where there are many.</summary>
/// <param name="patterns">The patterns.</param>
internal sealed class NamePatterns(NamePattern[] patterns)
{
    // Most schemas have two or three, which are asked in less time than it takes to look up; one has a thousand.
    private const int Few = 8;
    private const int MaximumEntries = 10_000;

    private Dictionary<string, int[]>? _known;

    /// <summary>The patterns.</summary>
    public IReadOnlyList<NamePattern> All => patterns;

    /// <summary>The numbers of the patterns that a name matches.</summary>
    /// <exception cref="FormatException">One of them is not a pattern, or takes too long.</exception>
    public int[] Matching(string name)
    {
        if (patterns.Length <= Few)
            return Find(name);
        _known ??= new(StringComparer.Ordinal);
        if (_known.TryGetValue(name, out var matching))
            return matching;
        matching = Find(name);
        if (_known.Count < MaximumEntries)
            _known.Add(name, matching);
        return matching;
    }

    private int[] Find(string name)
    {
        List<int>? matching = null;
        for (var i = 0; i < patterns.Length; i++)
        {
            if (patterns[i].IsMatch(name))
                (matching ??= []).Add(i);
        }

        return matching is null ? [] : [.. matching];
    }
}
