using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>Text for users: one line of printable characters. It is quoted where it is written to a file.</summary>
public sealed record OneLine : CheckedText
{
    private OneLine(string value)
        : base(TextRules.Line(value, "a text"))
    {
    }

    /// <summary>A text, checked; null for null.</summary>
    /// <exception cref="ModelException">The text is not valid.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator OneLine?(string? value) => value is null ? null : new(value);
}
