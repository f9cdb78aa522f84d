using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>What a board boots from: <c>sdcard</c>, <c>emmc</c>, or another that its boot ROM knows, such as <c>spi-nand</c>.</summary>
public sealed record MediumName : CheckedText
{
    private MediumName(string value)
        : base(TextRules.Word(value, "a medium", "-"))
    {
    }

    /// <summary>A medium, checked; null for null.</summary>
    /// <exception cref="ModelException">The text is not valid.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator MediumName?(string? value) => value is null ? null : new(value);
}
