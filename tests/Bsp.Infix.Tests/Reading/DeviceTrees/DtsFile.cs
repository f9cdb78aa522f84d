using System.Text.RegularExpressions;

namespace Bsp.Infix.Tests.Reading.DeviceTrees;

/// <summary>A device-tree source as the facts have it: what it includes, which macros it defines, what it edits.</summary>
/// <param name="Includes">The files that it includes, in order.</param>
/// <param name="Macros">The macros that it defines, in order.</param>
/// <param name="Edits">A node, by path or by label and path, → a property → its value.</param>
internal sealed partial record DtsFile(IReadOnlyList<string> Includes, IReadOnlyList<string> Macros, JsonObject Edits)
{
    public static DtsFile Read(string text)
    {
        var includes = Include().Matches(text).Select(match => match.Groups[1].Value).ToList();
        var macros = Define().Matches(text).Select(match => match.Groups[1].Value).ToList();
        return new(includes, macros, new DtsReader(DtsTokenizer.Split(Directive().Replace(text, ""))).Read());
    }

    [GeneratedRegex("""^[ \t]*#[ \t]*include[ \t]+["<]([^">]+)[">]""", RegexOptions.Multiline)]
    private static partial Regex Include();

    [GeneratedRegex(@"^[ \t]*#[ \t]*define[ \t]+(\w+)", RegexOptions.Multiline)]
    private static partial Regex Define();

    [GeneratedRegex(@"^[ \t]*#[ \t]*(include|define|undef|ifdef|ifndef|if|else|elif|endif|error|pragma|line)\b(\\\n|[^\n])*", RegexOptions.Multiline)]
    private static partial Regex Directive();
}
