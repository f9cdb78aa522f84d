namespace Bsp.Infix.Tests.Reading.Bootloaders;

/// <summary>The symbols of a Buildroot defconfig; what is taken from here is accounted for.</summary>
internal sealed class BuildrootSymbols(Dictionary<string, JsonNode> symbols)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>A symbol's text; null where it is not mentioned.</summary>
    public string? Text(string symbol)
    {
        _taken.Add(symbol);
        return symbols.TryGetValue(symbol, out var value) ? value.ToString() : null;
    }

    public bool IsOn(string symbol) => Text(symbol) == "y";

    /// <summary>The words of a symbol's text; none where it is not mentioned.</summary>
    public string[] Words(string symbol) => Text(symbol)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The symbols that are on, begin so and are not yet taken, without the beginning.</summary>
    public List<string> On(string beginning)
    {
        var on =
            symbols.Where(
                x => x.Value.ToString() == "y" && x.Key.StartsWith(beginning, StringComparison.Ordinal) && !_taken.Contains(x.Key))
                .Select(x => x.Key)
                .ToList();
        _taken.UnionWith(on);
        return [.. on.Select(symbol => symbol[beginning.Length..])];
    }

    /// <summary>The symbols that nobody has taken.</summary>
    public IEnumerable<KeyValuePair<string, JsonNode>> Rest => symbols.Where(x => !_taken.Contains(x.Key));
}
