using System.Text.RegularExpressions;

namespace Bsp.Infix.Porting;

/// <summary>What people wrote into a file for people, and what is generated in its place does not say.</summary>
internal static partial class LostText
{
    private const int Most = 5;

    /// <summary>Names comments and pictures of a file that what replaces it has not; empty where there are none.</summary>
    public static string Of(PortChange change)
    {
        if (change.WasLink || change.IsLink || change is not { Before: { } before, After: { } after })
            return "";
        var kept = after.Split('\n').Select(x => x.Trim()).ToHashSet(StringComparer.Ordinal);
        // Of prose everything is for people; its pictures are what the words do not say.
        var wanted = change.Path.EndsWith(".md", StringComparison.Ordinal) ? Picture : Comment;
        var lost = before.Split('\n')
            .Select((x, i) => (Text: x.Trim(), Line: i + 1))
            .Where(x => wanted.IsMatch(x.Text) && !kept.Contains(x.Text))
            .ToList();
        return lost.Count == 0
            ? ""
            : ", and lose " + string.Join(", ", lost.Take(Most).Select(x => $"'{x.Text}' (line {x.Line})"))
                + (lost.Count > Most ? $" and {lost.Count - Most} more" : "");
    }

    // '# CONFIG_X is not set' is a value.
    [GeneratedRegex(@"^(?!# \w+ is not set$)(#(\s+\S|$)|//|/\*)|\s/[/*]\s|\s#\s", RegexOptions.ExplicitCapture)]
    private static partial Regex Comment { get; }

    [GeneratedRegex(@"!\[[^\]]*\]\(|<img\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Picture { get; }
}
