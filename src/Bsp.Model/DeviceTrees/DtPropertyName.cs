using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>The name of a property (Devicetree Specification 0.4, section 2.2.4.1, table 2.2).</summary>
public sealed record DtPropertyName : CheckedText
{
    private DtPropertyName(string value)
        : base(TextRules.Word(value, "a property name", ",._+?#-"))
    {
    }

    /// <summary>A property name, checked; null for null.</summary>
    /// <exception cref="ModelException">The text is not valid.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator DtPropertyName?(string? value) => value is null ? null : new(value);
}
