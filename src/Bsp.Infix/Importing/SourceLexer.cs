using System.Text;

namespace Bsp.Infix.Importing;

/// <summary>A word, a text in quotes or a sign of a device-tree source or a genimage configuration.</summary>
/// <param name="Text">The word or sign, or the text as it means.</param>
/// <param name="IsText">Whether it was quoted.</param>
/// <param name="Line">The line that it begins in.</param>
internal sealed record SourceToken(string Text, bool IsText, SourceLine Line)
{
    /// <summary>Whether this is a sign or a word, not a text that looks like one.</summary>
    public bool Is(string text) => !IsText && Text == text;
}

/// <summary>Splits files into tokens.</summary>
internal static class SourceLexer
{
    /// <summary>The tokens of a device-tree source: comments are gone, a line of the preprocessor is one token.</summary>
    public static List<SourceToken> DeviceTree(IReadOnlyList<SourceLine> lines) => Split(lines, "{}=;,<>[]()", "//", directives: true);

    /// <summary>The tokens of a genimage configuration.</summary>
    public static List<SourceToken> Genimage(IReadOnlyList<SourceLine> lines) => Split(lines, "{}=,+", "#", directives: false);

    private static List<SourceToken> Split(IReadOnlyList<SourceLine> lines, string signs, string comment, bool directives)
    {
        var text = string.Join('\n', lines.Select(line => line.Text));
        var tokens = new List<SourceToken>();
        for (int at = 0, line = 0; at < text.Length;)
        {
            var begin = at;
            var rest = text.AsSpan(at);
            if (char.IsWhiteSpace(text[at]))
                at++;
            else if (directives && rest.StartsWith("/*", StringComparison.Ordinal))
                at = rest.IndexOf("*/", StringComparison.Ordinal) is var end and >= 0 ? at + end + 2 : text.Length;
            else if (IsComment(rest, comment) || (directives && text[at] == '#' && IsFirst(text, at) && !IsProperty(rest)))
                at = EndOfLine(text, at);
            else if (text[at] == '"')
                at = Quoted(text, at);
            else if (directives && rest.StartsWith("&{", StringComparison.Ordinal))
                at = rest.IndexOf('}') is var end and >= 0 ? at + end + 1 : text.Length;
            else if (signs.Contains(text[at], StringComparison.Ordinal))
                at++;
            else
                at = Word(text, at, signs);

            var taken = text[begin..at];
            if (taken[0] == '"')
                tokens.Add(new(Unescaped(taken), IsText: true, lines[line]));
            else if (!char.IsWhiteSpace(taken[0]) && !IsComment(taken, comment)
                && !(directives && taken.StartsWith("/*", StringComparison.Ordinal)))
                tokens.Add(new(taken, IsText: false, lines[line]));
            line += taken.Count(c => c == '\n');
        }

        return tokens;
    }

    // genimage's comments begin with '#', and so do the names that mkimage.sh fills in: #IX_ID#.
    private static bool IsComment(ReadOnlySpan<char> text, string comment) =>
        text.StartsWith(comment, StringComparison.Ordinal)
            && !(comment == "#" && text.Length > 1 && char.IsAsciiLetterUpper(text[1]) && text[1..].IndexOf('#') is > 0 and var end
                && text[1..][..end].IndexOf(' ') < 0);

    private static bool IsFirst(string text, int at) =>
        text.AsSpan(0, at).TrimEnd([' ', '\t']) is var before && (before.Length == 0 || before[^1] == '\n');

    // Properties such as #size-cells begin as directives do.
    private static bool IsProperty(ReadOnlySpan<char> text) =>
        !text.StartsWith("#include", StringComparison.Ordinal) && !text.StartsWith("#define", StringComparison.Ordinal)
            && !text.StartsWith("#if", StringComparison.Ordinal)
        && !text.StartsWith("#e", StringComparison.Ordinal) && !text.StartsWith("#undef", StringComparison.Ordinal);

    // The preprocessor joins a line that ends with a backslash with the next.
    private static int EndOfLine(string text, int at)
    {
        do
            at = text.IndexOf('\n', at + 1) is var end and >= 0 ? end : text.Length;
        while (at < text.Length && text[at - 1] == '\\');
        return at;
    }

    private static int Quoted(string text, int at)
    {
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\\')
                at++;
        }

        return Math.Min(at + 1, text.Length);
    }

    private static int Word(string text, int at, string signs)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && !signs.Contains(text[at], StringComparison.Ordinal) && text[at] != '"')
        {
            // A node may be named a,b@0,0, and a property linux,code.
            at++;
            if (at < text.Length - 1 && text[at] == ',' && signs.Contains(';', StringComparison.Ordinal)
                && char.IsAsciiLetterOrDigit(text[at + 1]))
                at++;
        }

        return at;
    }

    // dtc and libconfuse: what is no escape means itself.
    private static string Unescaped(string quoted)
    {
        var text = new StringBuilder();
        var inner = quoted[1..^(quoted.Length > 1 && quoted[^1] == '"' ? 1 : 0)];
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] != '\\' || i + 1 == inner.Length)
                text.Append(inner[i]);
            else
                text.Append(inner[++i] switch { 'n' => "\n", 't' => "\t", '"' => "\"", 'r' => "\r", var other => other.ToString() });
        }

        return text.ToString();
    }
}
