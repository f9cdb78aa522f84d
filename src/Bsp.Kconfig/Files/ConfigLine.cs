using System.Text;

namespace Bsp.Kconfig;

/// <summary>A line of a .config, a defconfig or a fragment that says something (scripts/kconfig/confdata.c, conf_read_simple).</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">The line.</param>
/// <param name="Name">The symbol, without its prefix; null when the line is none that sets one.</param>
/// <param name="Value">The value as it is written, a text with its quotes; <c>n</c> for <c># CONFIG_X is not set</c>.</param>
internal readonly record struct ConfigLine(int Number, string Text, string? Name, string Value)
{
    private const string NotSet = "is not set";

    /// <summary>Whether it is a comment <c># CONFIG_X is not set</c>.</summary>
    public bool IsUnset => Text[0] == '#';

    /// <summary>The lines of a text, without blank ones and comments.</summary>
    /// <param name="text">The text. Lines may end with CR LF.</param>
    /// <param name="prefix">What precedes names.</param>
    /// <param name="lenient">Whether more may follow after <c>is not set</c>, as up to Linux 6.8.</param>
    public static IEnumerable<ConfigLine> Read(string text, string prefix, bool lenient = false)
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
            if (Parse(++number, line, prefix, lenient) is { } parsed)
                yield return parsed;
        }
    }

    /// <summary>A text without its quotes, as a dialect reads it.</summary>
    /// <returns>Null when a quote is missing.</returns>
    public static string? Unquoted(string value, KconfigDialect dialect) => value is not ['"', ..] ? null
        : dialect.EscapesTexts ? Unquoted(value)
        : value is [.., '"'] ? value.Substring(1, Math.Max(0, value.Length - 2))
        : null;

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

    private static ConfigLine? Parse(int number, string line, string prefix, bool lenient)
    {
        if (line.Length == 0)
            return null;
        if (line[0] == '#')
        {
            var start = 2 + prefix.Length;
            var end = line.StartsWith("# " + prefix, StringComparison.Ordinal) ? line.IndexOf(' ', start) : -1;
            if (end <= start)
                return null;
            var rest = line.Substring(end + 1);
            return rest == NotSet || (lenient && rest.StartsWith(NotSet, StringComparison.Ordinal))
                ? new(number, line, line.Substring(start, end - start), "n")
                : null;
        }

        var equals = line.IndexOf('=');
        return line.StartsWith(prefix, StringComparison.Ordinal) && equals >= prefix.Length
            ? new(number, line, line.Substring(prefix.Length, equals - prefix.Length), line.Substring(equals + 1))
            : new(number, line, null, "");
    }
}
