using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>A symbol of Buildroot's Kconfig with its prefix: <c>BR2_</c>, or Infix's <c>IX_</c>.</summary>
public sealed record BuildrootSymbol : CheckedText
{
    private BuildrootSymbol(string value)
        : base(Checked(TextRules.Word(value, "a Buildroot symbol", KconfigSymbol.Punctuation)))
    {
    }

    /// <summary>A Buildroot symbol, checked; null for null.</summary>
    /// <exception cref="ModelException">The text is not valid.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator BuildrootSymbol?(string? value) => value is null ? null : new(value);

    private static string Checked(string symbol) =>
        symbol.StartsWith("BR2_", StringComparison.Ordinal) || symbol.StartsWith("IX_", StringComparison.Ordinal)
            ? symbol
            : throw new ModelException($"'{symbol}' is not a Buildroot symbol; these begin with BR2_, Infix's own with IX_");
}
