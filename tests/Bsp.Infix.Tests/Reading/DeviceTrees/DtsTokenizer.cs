namespace Bsp.Infix.Tests.Reading.DeviceTrees;

/// <summary>
/// Splits a device-tree source into tokens. Not Bsp.DeviceTree's front end: that wants whole trees, with what the
/// kernel has of them.
/// </summary>
internal static class DtsTokenizer
{
    private const string Punctuation = "<>{}()[];=";

    public static List<DtsToken> Split(string text)
    {
        var tokens = new List<DtsToken>();
        var (at, space) = (0, true);
        while (at < text.Length)
        {
            var start = at;
            if (SkipBlank(text, ref at))
            {
                space = true;
                continue;
            }

            if (text[at] == '"')
            {
                at = EndOfString(text, at);
                tokens.Add(new(text[(start + 1)..(at - 1)], IsString: true, space));
            }
            else
            {
                at = Punctuation.Contains(text[at]) || text[at] == ',' ? at + 1 : EndOfWord(text, at);
                tokens.Add(new(text[start..at], IsString: false, space));
            }

            space = false;
        }

        return tokens;
    }

    /// <summary>A comma belongs to a word like <c>linux,code</c>, but not where it ends one.</summary>
    private static int EndOfWord(string text, int at)
    {
        if (text.AsSpan(at).StartsWith("&{"))
            return After("}", text, at);
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] != '"' && !Punctuation.Contains(text[at]))
            at++;
        while (at > start + 1 && text[at - 1] == ',')
            at--;
        return at;
    }

    private static int EndOfString(string text, int at)
    {
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"')
                return at + 1;
            if (text[at] == '\\')
                at++;
        }

        throw new FormatException("a string does not end");
    }

    private static int After(string end, string text, int at) => text.IndexOf(end, at, StringComparison.Ordinal) is >= 0 and var found
        ? found + end.Length
        : throw new FormatException($"the source ends before '{end}'");

    private static bool SkipBlank(string text, ref int at)
    {
        if (char.IsWhiteSpace(text[at]))
        {
            at++;
            return true;
        }

        var rest = text.AsSpan(at);
        if (rest.StartsWith("//"))
            at = text.IndexOf('\n', at) is >= 0 and var line ? line : text.Length;
        else if (rest.StartsWith("/*"))
            at = After("*/", text, at + 2);
        else
            return false;
        return true;
    }
}
