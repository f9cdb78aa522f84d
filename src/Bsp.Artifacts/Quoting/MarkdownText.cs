namespace Bsp.Artifacts.Quoting;

/// <summary>Names in Markdown (CommonMark 0.31). Prose is its author's, and is not quoted.</summary>
internal static class MarkdownText
{
    /// <summary>The text of a link.</summary>
    /// <exception cref="Model.ModelException">The text has what would end it.</exception>
    public static string LinkText(string text)
    {
        Refusal.ThrowIfAny(text, "the text of a link", c => Refusal.IsControl(c) || c is '[' or ']' or '\\' or '<' or '`');
        return text;
    }

    /// <summary>Text between backticks, in a table or outside.</summary>
    /// <exception cref="Model.ModelException">The text has what would end it.</exception>
    public static string Code(string text)
    {
        Refusal.ThrowIfAny(text, "code in a text", c => Refusal.IsControl(c) || c is '`' or '|');
        return text;
    }

    /// <summary>A cell of a table.</summary>
    /// <exception cref="Model.ModelException">The text has a control character.</exception>
    public static string Cell(string text)
    {
        Refusal.ThrowIfAny(text, "a table", Refusal.IsControl);
        return text.Replace("|", "\\|");
    }
}
