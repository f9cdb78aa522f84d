using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>A name of letters, digits, <c>-</c> and <c>_</c>: a word to every shell and tool that it is handed to.</summary>
public sealed record PlainName : CheckedText
{
    private PlainName(string value)
        : base(TextRules.Word(value, "a name", "-_"))
    {
    }

    /// <summary>A name, checked; null for null.</summary>
    /// <exception cref="ModelException">The text is none.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator PlainName?(string? value) => value is null ? null : new(value);
}
