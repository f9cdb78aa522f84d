using System.Text.RegularExpressions;

namespace Bsp.Infix.Tests.Reading.Disks;

/// <summary>Splits a genimage configuration; strings lose their quotes.</summary>
internal static partial class GenimageTokenizer
{
    public static IEnumerable<string> Split(string text) => Token().Matches(text)
        .Where(match => !match.Groups["comment"].Success)
        .Select(match => match.Groups["string"] is { Success: true } quoted ? quoted.Value : match.Value);

    /// <summary>A <c>#</c> within a word belongs to what is put in its place; at a word's beginning it may, too.</summary>
    [GeneratedRegex(
        """(?<place>\#[A-Z_]+\#[^\s"{}=,]*) | (?<comment>\#[^\n]* | //[^\n]* | /\*.*?\*/) | "(?<string>[^"]*)" | [{}=,] | [^\s"{}=,]+""",
        RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex Token();
}
