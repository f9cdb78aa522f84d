using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>A name of letters, digits, <c>-</c> and <c>_</c>: a single word to every shell and tool.</summary>
public sealed record PlainName : CheckedText
{
    private PlainName(string value)
        : base(TextRules.Word(value, "a name", "-_"))
    {
    }

    /// <summary>A name, checked; null for null.</summary>
    /// <exception cref="ModelException">The text is not valid.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator PlainName?(string? value) => value is null ? null : new(value);
}
