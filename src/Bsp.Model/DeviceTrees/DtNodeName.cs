using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>
/// The name of a node with its unit address, such as <c>led@0</c> (Devicetree Specification 0.4, section 2.2.1, table 2.1).
/// </summary>
public sealed record DtNodeName : CheckedText
{
    private DtNodeName(string value)
        : base(TextRules.Word(value, "a node name", ",._+-@"))
    {
    }

    /// <summary>A node name, checked; null for null.</summary>
    /// <exception cref="ModelException">The text is not valid.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator DtNodeName?(string? value) => value is null ? null : new(value);
}
