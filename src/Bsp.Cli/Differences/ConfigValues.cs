namespace Bsp.Cli.Differences;

/// <summary>Reads the values of a .config as the kernel's scripts/diffconfig does, without a tree.</summary>
internal static class ConfigValues
{
    private const string Prefix = "CONFIG_";
    private const string NotSet = " is not set";

    /// <summary>The values by symbol, texts with their quotes; <c>n</c> for what is not set.</summary>
    /// <param name="text">The text of the .config.</param>
    /// <param name="file">Its name, for messages.</param>
    public static Dictionary<string, string> Read(string text, string file)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            number++;
            var line = text.AsSpan(range).TrimEnd('\r');
            if (line.StartsWith(Prefix, StringComparison.Ordinal))
            {
                var equals = line.IndexOf('=');
                if (equals < 0)
                    throw new CliException($"{file}:{number}: '{line}' sets nothing; it should be {Prefix}NAME=value");
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
