using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>The label of a node, without <c>&amp;</c> (Devicetree Specification 0.4, section 6.2).</summary>
public sealed record DtLabel : CheckedText
{
    private DtLabel(string value)
        : base(Checked(TextRules.Word(value, "a label", "_")))
    {
    }

    /// <summary>A label, checked; null for null.</summary>
    /// <exception cref="ModelException">The text is not valid.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator DtLabel?(string? value) => value is null ? null : new(value);

    private static string Checked(string label) => label[0] is >= '0' and <= '9'
        ? throw new ModelException($"the label '{label}' begins with a digit; put a letter or '_' in front")
        : label;
}
