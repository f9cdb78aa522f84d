using System.Globalization;
using System.Text;
using Bsp.Model;

namespace Bsp.Infix.Importing;

/// <summary>Literals of C#.</summary>
internal static class CSharpText
{
    /// <summary>A text: quoted where it is one line, otherwise as a raw text, line by line (C# 11, raw string literals).</summary>
    public static Code Of(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal) || text.Any(c => c is not ('\n' or '\t') && IsBreakOrControl(c)))
            return Code.Of(Quoted(text));
        var quotes = "\"\"\"";
        while (text.Contains(quotes, StringComparison.Ordinal))
            quotes += "\"";
        return new([quotes, .. text.Split('\n'), quotes]);
    }

    /// <summary>A text on one line, between quotes.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when IsBreakOrControl(c) => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A text with everything that would end a line made a blank.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(c => IsBreakOrControl(c) ? ' ' : c));

    // C# also ends a line at the separators of lines and paragraphs (specification, 6.3.3).
    private static bool IsBreakOrControl(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';

    /// <summary>A size in its largest whole unit: <c>250.MiB()</c>.</summary>
    public static string Of(ByteSize size)
    {
        foreach (var (shift, unit) in new[] { (30, "GiB"), (20, "MiB"), (10, "KiB"), (0, "Bytes") })
        {
            if (size.Bytes > 0 && size.Bytes % (1L << shift) == 0 && size.Bytes >> shift <= int.MaxValue)
                return (size.Bytes >> shift).ToString(CultureInfo.InvariantCulture) + "." + unit + "()";
        }

        return size == ByteSize.Zero ? "ByteSize.Zero" : $"new({size.Bytes.ToString(CultureInfo.InvariantCulture)})";
    }
}
