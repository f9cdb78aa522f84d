namespace Bsp.Kconfig.Parsing.Syntax;

/// <summary>Wording that messages share.</summary>
internal static class SyntaxText
{
    /// <summary><c>a</c>, <c>a or b</c>, <c>a, b or c</c>.</summary>
    public static string Either(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "something else",
        1 => words[0],
        _ => string.Join(", ", words.Take(words.Count - 1)) + " or " + words[^1],
    };
}
