namespace Bsp.Cli.Reports;

/// <summary>Writes cells of Markdown's tables.</summary>
internal static class MarkdownCell
{
    /// <summary>A value: a dash for none, nothing for an empty one.</summary>
    public static string Value(string? value) => value switch
    {
        null => "–",
        "" => "",
        _ => Code(value),
    };

    /// <summary>A text as code.</summary>
    public static string Code(string value)
    {
        // A bar ends a cell even in code (github.github.com/gfm, "Tables"), and a backtick ends code.
        var text = value.Replace("|", "\\|", StringComparison.Ordinal);
        return text.Contains('`', StringComparison.Ordinal) ? $"`` {text} ``" : $"`{text}`";
    }
}
