using Bsp.Firmware.Boards;
using Bsp.Sarif;

/// <summary>A finding as a line that an editor or a CI server understands.</summary>
static class CheckOutput
{
    /// <summary>As the compiler writes it; on GitHub as a workflow command, which marks the line in the review.</summary>
    public static string Line(CompilerFinding finding) =>
        Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true" ? Annotation(finding) : finding.ToString();

    // docs.github.com/actions/reference/workflow-commands-for-github-actions
    private static string Annotation(CompilerFinding finding)
    {
        var kind = finding.Level switch { SarifLevel.Error => "error", SarifLevel.Warning => "warning", _ => "notice" };
        var location = finding.File.Length == 0
            ? ""
            : $" file={Property(finding.File)},line={finding.Line},endLine={finding.EndLine},col={finding.Column},";
        return $"::{kind}{(location.Length == 0 ? " " : location)}title={Property(finding.Id)}::{Text(finding.Message)}";
    }

    private static string Text(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Text(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
