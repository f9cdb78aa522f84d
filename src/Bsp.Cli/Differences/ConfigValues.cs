using Bsp.Cli.Files;

namespace Bsp.Cli.Differences;

/// <summary>Reads the values of a .config as the kernel's scripts/diffconfig does, without a tree.</summary>
internal static class ConfigValues
{
    private const string Usual = "CONFIG_";

    // All that Buildroot itself defines begins so, and nothing precedes its names.
    private const string Buildroot = "BR2_";
    private const string NotSet = " is not set";

    /// <summary>What precedes names in configurations.</summary>
    public static string PrefixOf(params IEnumerable<ConfigInput> inputs) =>
        inputs.Any(input => Has(input.Text, Usual)) || !inputs.Any(input => Has(input.Text, Buildroot)) ? Usual : "";

    /// <summary>The values by symbol, texts with their quotes; <c>n</c> for what is not set.</summary>
    /// <param name="input">The configuration.</param>
    /// <param name="prefix">What precedes names.</param>
    public static Dictionary<string, string> Read(ConfigInput input, string prefix)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var range in input.Text.AsSpan().Split('\n'))
        {
            number++;
            var line = input.Text.AsSpan(range).TrimEnd('\r');
            if (line is not (['#', ..] or []) && line.StartsWith(prefix, StringComparison.Ordinal))
            {
                var equals = line.IndexOf('=');
                if (equals < 0)
                    throw new CliException($"{input.Locate(number)}: '{line}' sets nothing; it should be {prefix}NAME=value");
                values[line[prefix.Length..equals].ToString()] = line[(equals + 1)..].ToString();
            }
            else if (line.StartsWith("# " + prefix, StringComparison.Ordinal) && line.EndsWith(NotSet, StringComparison.Ordinal)
                && line.Length > 2 + prefix.Length + NotSet.Length)
            {
                values[line[(2 + prefix.Length)..^NotSet.Length].ToString()] = "n";
            }
        }

        return values;
    }

    private static bool Has(string text, string prefix) => text.Split('\n')
        .Any(line => line.StartsWith(prefix, StringComparison.Ordinal) || line.StartsWith("# " + prefix, StringComparison.Ordinal));
}
