namespace Bsp.DeviceTrees.Bindings.Validation;

/// <summary>Several patterns, which remember which of them a name matches.</summary>
/// <param name="patterns">The patterns.</param>
internal sealed class NamePatterns(IReadOnlyList<NamePattern> patterns)
{
    private const int MostKnown = 10_000;

    private readonly Dictionary<string, int[]> _known = new(StringComparer.Ordinal);

    /// <summary>The patterns.</summary>
    public IReadOnlyList<NamePattern> All => patterns;

    /// <summary>The numbers of the patterns that a name matches.</summary>
    /// <exception cref="FormatException">One of them is no pattern, or takes too long.</exception>
    public int[] Matching(string name)
    {
        if (patterns.Count == 0)
            return [];
        if (_known.TryGetValue(name, out var matching))
            return matching;
        matching = [.. Enumerable.Range(0, patterns.Count).Where(i => patterns[i].IsMatch(name))];
        if (_known.Count < MostKnown)
            _known.Add(name, matching);
        return matching;
    }
}
