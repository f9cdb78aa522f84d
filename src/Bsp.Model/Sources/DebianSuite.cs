using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>A suite of Debian's archive, such as <c>trixie</c> or <c>bookworm-backports</c>.</summary>
public sealed record DebianSuite : CheckedText
{
    private DebianSuite(string value)
        : base(TextRules.Word(value, "a suite of Debian", "-"))
    {
    }

    /// <summary>A suite of Debian, checked; null for null.</summary>
    /// <exception cref="ModelException">The text is not valid.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator DebianSuite?(string? value) => value is null ? null : new(value);
}
