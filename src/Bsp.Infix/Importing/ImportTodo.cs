namespace Bsp.Infix.Importing;

/// <summary>A line of an Infix tree that a draft does not say, for a person to look at.</summary>
/// <param name="Member">The member of the record that it belongs to, such as <c>Infix.Disk</c>.</param>
/// <param name="File">The file, relative to the checkout.</param>
/// <param name="Line">The line, from 1; 0 for the whole file.</param>
/// <param name="Text">What is there; empty for the whole file.</param>
/// <param name="Why">Why it was not taken, or what is to be decided.</param>
public sealed record ImportTodo(string Member, string File, int Line, string Text, string Why)
{
    // A comment that is longer says no more.
    private const int MaximumLength = 120;

    /// <summary>The text of a comment: one line, whatever the source has.</summary>
    public override string ToString()
    {
        var text = Text.Trim();
        return CSharpText.OneLine(
            $"TODO {File}{(Line > 0 ? ":" + Line : "")}: "
            + $"{(text.Length > MaximumLength ? text[..MaximumLength] + "…" : text)}{(text.Length > 0 ? ": " : "")}{Why}");
    }
}
