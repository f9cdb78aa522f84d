namespace Bsp.Firmware.Kernel;

/// <summary>The symbols that a .config, a defconfig or a fragment sets, with their values as written.</summary>
/// <remarks>The format is that of the kernel's scripts/kconfig/confdata.c: <c>CONFIG_X=value</c>, <c># CONFIG_X is not set</c>, other comments.</remarks>
public sealed class DotConfig
{
    private const string Prefix = "CONFIG_";
    private const string NotSet = " is not set";
    private readonly Dictionary<string, string> _values;

    private DotConfig(Dictionary<string, string> values) => _values = values;

    /// <summary>The symbols without their prefix, in the order of the file.</summary>
    public IEnumerable<string> Symbols => _values.Keys;

    /// <summary>A symbol's value; <c>n</c> when it is not set or not there.</summary>
    public string this[string symbol] => _values.GetValueOrDefault(symbol, "n");

    /// <summary>Reads such a text.</summary>
    public static DotConfig Parse(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            if (line.StartsWith("# " + Prefix, StringComparison.Ordinal) && line.EndsWith(NotSet, StringComparison.Ordinal))
                values[line[("# " + Prefix).Length..^NotSet.Length]] = "n";
            else if (line.StartsWith(Prefix, StringComparison.Ordinal) && line.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
                values[line[Prefix.Length..equals]] = line[(equals + 1)..];
        }

        return new(values);
    }
}
