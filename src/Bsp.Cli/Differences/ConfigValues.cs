using Bsp.Cli.Files;

namespace Bsp.Cli.Differences;

/// <summary>Reads the values of a .config as the kernel's scripts/diffconfig does, without a tree.</summary>
internal static class ConfigValues
{
    private const string Prefix = "CONFIG_";
    private const string NotSet = " is not set";

    /// <summary>The values by symbol, texts with their quotes; <c>n</c> for what is not set.</summary>
    public static Dictionary<string, string> Read(ConfigInput input)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var range in input.Text.AsSpan().Split('\n'))
        {
            number++;
            var line = input.Text.AsSpan(range).TrimEnd('\r');
            if (line.StartsWith(Prefix, StringComparison.Ordinal))
            {
                var equals = line.IndexOf('=');
                if (equals < 0)
                    throw new CliException($"{input.Locate(number)}: '{line}' sets nothing; it should be {Prefix}NAME=value");
                values[line[Prefix.Length..equals].ToString()] = line[(equals + 1)..].ToString();
            }
            else if (line.StartsWith("# " + Prefix, StringComparison.Ordinal) && line.EndsWith(NotSet, StringComparison.Ordinal)
                && line.Length > 2 + Prefix.Length + NotSet.Length)
            {
                values[line[(2 + Prefix.Length)..^NotSet.Length].ToString()] = "n";
            }
        }

        return values;
    }
}
