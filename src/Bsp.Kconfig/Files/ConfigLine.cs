using System.Text;

namespace Bsp.Kconfig;

/// <summary>A line of a .config, a defconfig or a fragment that says something (scripts/kconfig/confdata.c, conf_read_simple).</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">The line.</param>
/// <param name="Name">The symbol, without its prefix; null when the line is none that sets one.</param>
/// <param name="Value">The value as it is written, a text with its quotes; <c>n</c> for <c># CONFIG_X is not set</c>.</param>
internal readonly record struct ConfigLine(int Number, string Text, string? Name, string Value)
{
    private const string NotSet = " is not set";

    /// <summary>The lines of a text, without blank ones and comments.</summary>
    /// <param name="text">The text. Lines may end with CR LF.</param>
    /// <param name="prefix">What stands before names.</param>
    public static IEnumerable<ConfigLine> Read(string text, string prefix)
    {
        var number = 0;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            var length = (end < 0 ? text.Length : end) - start;
            var line = text.Substring(start, length);
            // The last line may lack its line feed, and then a carriage return is part of it.
            if (end >= 0 && line is [.., '\r'])
                line = line.Substring(0, line.Length - 1);
            start += length + 1;
            if (Parse(++number, line, prefix) is { } parsed)
                yield return parsed;
        }
    }

    /// <summary>A text without its quotes.</summary>
    /// <returns>Null when the closing quote is missing.</returns>
    public static string? Unquoted(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var i = 1; i < value.Length; i++)
        {
            if (value[i] == '"')
                return text.ToString();
            if (value[i] == '\\' && ++i == value.Length)
                return null;
            text.Append(value[i]);
        }

        return null;
    }

    private static ConfigLine? Parse(int number, string line, string prefix)
    {
        if (line.Length == 0)
            return null;
        if (line[0] == '#')
        {
            var name = line.Length - 2 - prefix.Length - NotSet.Length;
            if (name <= 0 || !line.StartsWith("# " + prefix, StringComparison.Ordinal) || !line.EndsWith(NotSet, StringComparison.Ordinal))
                return null;
            var symbol = line.Substring(2 + prefix.Length, name);
            return symbol.IndexOf(' ') < 0 ? new(number, line, symbol, "n") : null;
        }

        var equals = line.IndexOf('=');
        return line.StartsWith(prefix, StringComparison.Ordinal) && equals >= prefix.Length
            ? new(number, line, line.Substring(prefix.Length, equals - prefix.Length), line.Substring(equals + 1))
            : new(number, line, null, "");
    }
}
