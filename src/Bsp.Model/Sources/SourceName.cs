using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>The name of what the lock file pins, such as <c>linux-6.12</c>.</summary>
public sealed record SourceName : CheckedText
{
    private SourceName(string value)
        : base(TextRules.Word(value, "a source's name", "-_."))
    {
    }

    /// <summary>A source's name, checked; null for null.</summary>
    /// <exception cref="ModelException">The text is not valid.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator SourceName?(string? value) => value is null ? null : new(value);
}
