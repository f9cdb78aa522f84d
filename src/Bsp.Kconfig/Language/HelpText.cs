using System.Text;

namespace Bsp.Kconfig;

/// <summary>
/// Help texts as files have them: the first line's indentation is taken off each line (scripts/kconfig/lexer.l, state HELP).
/// </summary>
public static class HelpText
{
    private const int TabWidth = 8;

    /// <summary>The text of raw lines.</summary>
    public static string Decode(ReadOnlySpan<byte> raw)
    {
        var text = new StringBuilder(raw.Length);
        var (first, number) = (-1, 0);
        foreach (var line in Encoding.UTF8.GetString(raw.ToArray()).Split('\n'))
        {
            if (number++ > 0)
                text.Append('\n');
            var (width, at) = Indentation(line);
            var content = line.Substring(at).TrimEnd(' ', '\t', '\r');
            if (content.Length > 0)
            {
                if (first < 0)
                    first = width;
                text.Append(' ', Math.Max(0, width - first)).Append(content);
            }
        }

        return text.ToString();
    }

    /// <summary>Whether there is nothing to read.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> raw)
    {
        foreach (var character in raw)
        {
            if (character is not ((byte)' ' or (>= (byte)'\t' and <= (byte)'\r')))
                return false;
        }

        return true;
    }

    private static (int Width, int At) Indentation(string line)
    {
        var (width, at) = (0, 0);
        for (; at < line.Length && line[at] is ' ' or '\t'; at++)
            width = line[at] == '\t' ? (width / TabWidth * TabWidth) + TabWidth : width + 1;
        return (width, at);
    }
}
