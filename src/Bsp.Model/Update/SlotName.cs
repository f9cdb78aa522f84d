using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>The name of a slot. It is part of the names of U-Boot and GRUB variables, so <c>-</c> is not allowed.</summary>
public sealed record SlotName : CheckedText
{
    private SlotName(string value)
        : base(TextRules.Word(value, "a slot name", "_"))
    {
    }

    /// <summary>A slot name, checked; null for null.</summary>
    /// <exception cref="ModelException">The text is not valid.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator SlotName?(string? value) => value is null ? null : new(value);
}
