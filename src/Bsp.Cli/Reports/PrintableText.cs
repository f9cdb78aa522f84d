namespace Bsp.Cli.Reports;

/// <summary>Texts out of files that may be hostile, for a terminal or a table.</summary>
internal static class PrintableText
{
    /// <summary>The text with its lines and tabs, and with nothing else in it that commands a terminal.</summary>
    public static string Lines(string text) =>
        text.Any(IsCommand) ? string.Concat(text.Select(c => IsCommand(c) ? '?' : c)) : text;

    /// <summary>The text in one line, with nothing in it that commands a terminal.</summary>
    public static string Of(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? '?' : c)) : text;

    private static bool IsCommand(char c) => char.IsControl(c) && c is not ('\n' or '\t');
}
