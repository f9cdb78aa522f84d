using System.Globalization;

namespace Bsp.Kconfig.Conformance.Fragments;

/// <summary>What a .config says, read by the plainest of means: nothing of the engine under test.</summary>
internal sealed class FinalConfig
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly string _prefix;

    /// <summary>Reads a .config that conf has written.</summary>
    public FinalConfig(string text, string prefix)
    {
        _prefix = prefix;
        foreach (var line in text.Split('\n'))
        {
            var at = line.IndexOf('=', StringComparison.Ordinal);
            if (at > 0 && line[0] != '#')
                _values[line[..at]] = line[(at + 1)..];
        }
    }

    /// <summary>Whether a request holds; what has no line is <c>n</c>, and numbers count, not their spelling.</summary>
    public bool Has(Request request)
    {
        var value = _values.GetValueOrDefault(_prefix + request.Symbol, "n");
        if (value.StartsWith('"'))
        {
            return value[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal)
                == request.Value;
        }

        return value == request.Value || (Hex(value) is { } left && Hex(request.Value) is { } right && left == right);
    }

    private static ulong? Hex(string text) =>
        text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            && ulong.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}
