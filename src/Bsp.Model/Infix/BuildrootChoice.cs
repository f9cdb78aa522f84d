using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>
/// A Buildroot symbol without the prefix that the member names: <c>VARIANT_PI4</c> for <c>BR2_PACKAGE_RPI_FIRMWARE_VARIANT_PI4</c>.
/// </summary>
public sealed record BuildrootChoice : CheckedText
{
    private BuildrootChoice(string value)
        : base(TextRules.Word(value, "a Buildroot choice", KconfigSymbol.Punctuation))
    {
    }

    /// <summary>A Buildroot choice, checked; null for null.</summary>
    /// <exception cref="ModelException">The text is not valid.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator BuildrootChoice?(string? value) => value is null ? null : new(value);
}
