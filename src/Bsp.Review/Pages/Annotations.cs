using System.Globalization;
using System.Text;
using Bsp.Review.Changes;

namespace Bsp.Review.Pages;

/// <summary>
/// The review as workflow commands, which a code host shows beside the lines
/// (docs.github.com/actions/reference/workflow-commands-for-github-actions).
/// </summary>
public static class Annotations
{
    // A step shows ten errors and ten warnings, those that it prints first, and says nothing of the rest.
    private const int Maximum = 10;

    /// <summary>The commands, a line each: errors first; the last of each kind says how many more there are.</summary>
    public static string Of(ReviewResult review)
    {
        var findings = Findings.Of(review);
        return Of("error", [.. findings.Where(finding => finding.Change.Attention == Attention.Error)])
            + Of("warning", [.. findings.Where(finding => finding.Change.Attention == Attention.Warning)]);
    }

    private static string Of(string kind, List<Finding> findings)
    {
        var shown = findings.Count <= Maximum ? findings.Count : Maximum - 1;
        var text = new StringBuilder();
        foreach (var finding in findings.Take(shown))
        {
            text.Append(CultureInfo.InvariantCulture, $"::{kind} ");
            if (finding.Place is var (file, line))
                text.Append(CultureInfo.InvariantCulture, $"file={Property(file)},line={line},");
            text.Append(CultureInfo.InvariantCulture, $"title={Property(finding.Change.Rule.Title)}::{Text(finding.Text)}\n");
        }

        if (findings.Count - shown is > 0 and var more)
            text.Append(CultureInfo.InvariantCulture, $"::{kind} title=Review::{more} more of these are on the review's page\n");
        return text.ToString();
    }

    private static string Text(string text) => Quoted.Plain(text).Replace("%", "%25", StringComparison.Ordinal);

    private static string Property(string text) =>
        Text(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
