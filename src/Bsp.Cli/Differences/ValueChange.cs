namespace Bsp.Cli.Differences;

/// <summary>A symbol that two configurations have with different values.</summary>
/// <param name="Symbol">The name, without <c>CONFIG_</c>.</param>
/// <param name="Old">The value before; null when the symbol is new.</param>
/// <param name="New">The value after; null when the symbol is gone.</param>
internal sealed record ValueChange(string Symbol, string? Old, string? New)
{
    /// <summary>Compares two configurations: what is gone first, then what changed, then what is new, each by name.</summary>
    public static IReadOnlyList<ValueChange> Between(
        IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
    [
        .. Sorted(before.Keys.Where(name => !after.ContainsKey(name)).Select(name => new ValueChange(name, before[name], null))),
        .. Sorted(
            before.Keys.Where(name => after.TryGetValue(name, out var value) && value != before[name])
                .Select(name => new ValueChange(name, before[name], after[name]))),
        .. Sorted(after.Keys.Where(name => !before.ContainsKey(name)).Select(name => new ValueChange(name, null, after[name]))),
    ];

    private static IEnumerable<ValueChange> Sorted(IEnumerable<ValueChange> changes) =>
        changes.OrderBy(change => change.Symbol, StringComparer.Ordinal);
}
