namespace Bsp.Build;

/// <summary>Names that somebody may have meant.</summary>
public static class NearestNames
{
    /// <summary>Names within a third of the length in edits, or that begin alike; the nearest first, three at most.</summary>
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> names) =>
    [
        .. names
            .Select(x => (Name: x, Edits: EditDistance.Between(name.ToUpperInvariant(), x.ToUpperInvariant())))
            .Where(x => x.Edits <= Math.Max(1, Math.Max(name.Length, x.Name.Length) / 3)
                || (name.Length >= 2 && x.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(x => x.Edits).ThenBy(x => x.Name, StringComparer.Ordinal)
            .Take(3)
            .Select(x => x.Name),
    ];
}
