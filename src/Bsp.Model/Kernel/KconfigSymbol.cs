using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>A symbol of the kernel's or a bootloader's Kconfig, without <c>CONFIG_</c>, such as <c>VIRTIO_BLK</c>.</summary>
public sealed record KconfigSymbol : CheckedText
{
    /// <summary>What a symbol has besides letters and digits: it becomes a macro of C (Linux, scripts/kconfig/confdata.c).</summary>
    internal const string Punctuation = "_";

    private KconfigSymbol(string value)
        : base(Checked(TextRules.Word(value, "a Kconfig symbol", Punctuation)))
    {
    }

    /// <summary>A Kconfig symbol, checked; null for null.</summary>
    /// <exception cref="ModelException">The text is not valid.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator KconfigSymbol?(string? value) => value is null ? null : new(value);

    private static string Checked(string symbol)
    {
        if (symbol.StartsWith("CONFIG_", StringComparison.Ordinal))
            throw new ModelException($"'{symbol}' includes the prefix; write '{symbol.Substring(7)}'");
        if (symbol.StartsWith("BR2_", StringComparison.Ordinal))
            throw new ModelException($"'{symbol}' is a Buildroot symbol; kernels and bootloaders have none of these");
        return symbol;
    }
}
