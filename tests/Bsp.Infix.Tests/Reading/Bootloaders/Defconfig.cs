using System.Globalization;
using System.Text.RegularExpressions;

namespace Bsp.Infix.Tests.Reading.Bootloaders;

/// <summary>A file of symbols and values: a defconfig or a fragment, of the kernel, U-Boot or Buildroot.</summary>
internal static partial class Defconfig
{
    /// <summary>A symbol → its value, as the reference data has it: a number is one, text has no quotes, "n" means not set.</summary>
    public static Dictionary<string, JsonNode> Read(string text)
    {
        var symbols = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (Match line in Line().Matches(text))
        {
            if (line.Groups["unset"] is { Success: true } unset)
                symbols[unset.Value] = "n";
            else
                symbols[line.Groups["symbol"].Value] = Value(line.Groups["value"].Value);
        }

        return symbols;
    }

    private static JsonNode Value(string text) => text is ['"', .. var quoted, '"'] ? quoted
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : text;

    [GeneratedRegex(@"^(?:# (?<unset>\w+) is not set|(?<symbol>\w+)=(?<value>.*?))\s*$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
