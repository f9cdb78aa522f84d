using System.Text;

namespace Bsp.DeviceTrees.Bindings.Documents;

/// <summary>
/// Removes from a binding's text what people read and no check needs. It is more than half of all text, and reading YAML is what
/// preparing bindings takes longest with.
/// </summary>
/// <remarks>
/// Lines keep their numbers, for messages. What is not surely prose stays for the reader of YAML, which says what is wrong with it.
/// </remarks>
internal static class SchemaProse
{
    private const string Description = "description:";

    private static readonly string[] s_sections = ["\nexamples:\n", "\nmaintainers:\n"];

    /// <summary>The text without examples, maintainers, and the texts of descriptions; that something is described stays.</summary>
    public static string Remove(string text)
    {
        foreach (var section in s_sections)
            text = WithoutSection(section, text);
        return WithoutDescriptions(text);
    }

    // It ends where a line begins with something else. A comment in its place ends the value before it, which may be a text that
    // keeps its last empty lines.
    private static string WithoutSection(string name, string text)
    {
        var start = text.IndexOf(name, StringComparison.Ordinal) + 1;
        if (start == 0)
            return text;
        var end = start;
        do
            end = NextLine(text, end);
        while (end < text.Length && text[end] is ' ' or '\n' or '#' or '\r' or '-');
        return end == text.Length
            ? text[..start]
            : string.Concat(text.AsSpan(0, start), "#", new string('\n', text.AsSpan(start, end - start).Count('\n')), text.AsSpan(end));
    }

    private static string WithoutDescriptions(string text)
    {
        StringBuilder? kept = null;
        var copied = 0;
        for (var at = Find(text, 0); at >= 0; at = Find(text, at))
        {
            var line = text.LastIndexOf('\n', at) + 1;
            var before = text.AsSpan(line, at - line);
            var value = at += Description.Length;
            // A name in a map, which may be the first one of an item.
            if (before.ContainsAnyExcept(' ', '-') || before is [.., '-'])
                continue;
            var end = EndOfValue(text, value, before.Length);
            if (!IsProse(text.AsSpan(value, end - value), text.AsSpan(end)))
                continue;
            (kept ??= new(text.Length)).Append(text, copied, value - copied).Append('\n', text.AsSpan(value, end - value).Count('\n'));
            at = copied = end;
        }

        return kept is null ? text : kept.Append(text, copied, text.Length - copied).ToString();
    }

    private static int Find(string text, int start) => text.IndexOf(Description, start, StringComparison.Ordinal);

    private static int NextLine(string text, int at) => text.IndexOf('\n', at) is >= 0 and var end ? end + 1 : text.Length;

    // All lines that are empty or begin further to the right.
    private static int EndOfValue(string text, int value, int column)
    {
        var end = NextLine(text, value);
        while (end < text.Length)
        {
            var word = end;
            while (word < text.Length && text[word] == ' ')
                word++;
            if (word < text.Length && text[word] is not ('\n' or '\r') && word - end <= column)
                break;
            end = NextLine(text, end);
        }

        return end;
    }

    private static bool IsProse(ReadOnlySpan<char> value, ReadOnlySpan<char> rest)
    {
        if (value.Contains('\t') || value is not [.., '\n'])
            return false;
        var lineEnd = value.IndexOf('\n');
        var heading = value[..lineEnd].Trim(" \r");
        return heading is ['|' or '>', ..] ? IsBlock(heading, value[(lineEnd + 1)..]) : IsPlain(value.Trim(" \r\n"), rest);
    }

    // A block's first line says how far to the right all others begin.
    private static bool IsBlock(ReadOnlySpan<char> heading, ReadOnlySpan<char> lines)
    {
        if (heading.Length > 1 && heading[1..] is not ("-" or "+"))
            return false;
        var column = -1;
        foreach (var line in lines.EnumerateLines())
        {
            var start = line.IndexOfAnyExcept(' ');
            if (start < 0)
                continue;
            if (column < 0)
                column = start;
            if (start < column)
                return false;
        }

        return true;
    }

    // Words of no meaning to YAML: no names of a map, no comment, and not within braces.
    private static bool IsPlain(ReadOnlySpan<char> words, ReadOnlySpan<char> rest)
    {
        if (words is not [(>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ..] || words[^1] is ',' or ':' || words.ContainsAny("{}[]"))
            return false;
        return !words.Contains(": ", StringComparison.Ordinal) && !words.Contains(":\n", StringComparison.Ordinal)
            && !words.Contains(":\r", StringComparison.Ordinal)
            && !words.Contains(" #", StringComparison.Ordinal) && !words.Contains("\n#", StringComparison.Ordinal)
            && rest.TrimStart(" \r\n") is not ['}' or ']' or ',', ..];
    }
}
