using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>
/// A string of a <c>compatible</c> property, such as <c>friendlyarm,nanopi-r2s</c> (Devicetree Specification 0.4, section 2.3.1).
/// </summary>
public sealed record Compatible : CheckedText
{
    private Compatible(string value)
        : base(TextRules.Word(value, "a compatible", ",.-_+"))
    {
    }

    /// <summary>A compatible, checked; null for null.</summary>
    /// <exception cref="ModelException">The text is not valid.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator Compatible?(string? value) => value is null ? null : new(value);
}
