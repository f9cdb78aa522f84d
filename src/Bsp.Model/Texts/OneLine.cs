using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>A text for people: one line of printable characters. Whoever writes it to a file quotes it.</summary>
public sealed record OneLine : CheckedText
{
    private OneLine(string value)
        : base(TextRules.Line(value, "a text"))
    {
    }

    /// <summary>A text, checked; null for null.</summary>
    /// <exception cref="ModelException">The text is none.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator OneLine?(string? value) => value is null ? null : new(value);
}
