using System.Globalization;

namespace Bsp.Kconfig.Conformance.Fragments;

/// <summary>What a .config says, read by the plainest of means: nothing of the engine under test.</summary>
internal sealed class FinalConfig
{
    private readonly Dictionary<string, string> _values;
    private readonly string _prefix;

    /// <summary>Reads a .config that conf has written.</summary>
    public FinalConfig(string text, string prefix)
    {
        _prefix = prefix;
        _values = Lines(text);
    }

    /// <summary>The values that a .config has, by the symbols with their prefix; a text without its quotes.</summary>
    public static Dictionary<string, string> Values(string text) =>
        Lines(text).ToDictionary(pair => pair.Key, pair => Unquoted(pair.Value), StringComparer.Ordinal);

    /// <summary>Whether a request holds; what has no line is <c>n</c>, and numbers count, not their spelling.</summary>
    public bool Has(Request request)
    {
        var value = _values.GetValueOrDefault(_prefix + request.Symbol, "n");
        return value.StartsWith('"') ? Unquoted(value) == request.Value : value == request.Value || (Hex(value) is { } left
            && Hex(request.Value) is { } right && left == right);
    }

    private static Dictionary<string, string> Lines(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n'))
        {
            var at = line.IndexOf('=', StringComparison.Ordinal);
            if (at > 0 && line[0] != '#')
                values[line[..at]] = line[(at + 1)..];
        }

        return values;
    }

    private static string Unquoted(string value) => value.StartsWith('"')
        ? value[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal)
        : value;

    private static ulong? Hex(string text) =>
        text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            && ulong.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}
