using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>An SPDX licence expression, such as <c>(GPL-2.0+ OR MIT)</c> (SPDX Specification 2.3, annex D).</summary>
public sealed record LicenseExpression : CheckedText
{
    /// <summary>The licence of most of the kernel's device trees.</summary>
    public const string KernelDeviceTrees = "(GPL-2.0+ OR MIT)";

    private LicenseExpression(string value)
        : base(TextRules.Word(value, "a licence", "-.+() "))
    {
    }

    /// <summary>A licence, checked; null for null.</summary>
    /// <exception cref="ModelException">The text is not valid.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator LicenseExpression?(string? value) => value is null ? null : new(value);
}
