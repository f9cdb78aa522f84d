using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>The name of a file, without its folder.</summary>
public sealed record FileName : CheckedText
{
    /// <summary>What a name has besides letters and digits; no shell and no make reads it as anything else.</summary>
    internal const string Punctuation = "._-+,";

    private FileName(string value)
        : base(TextRules.Word(value, "a file name", Punctuation))
    {
    }

    /// <summary>A file name, checked; null for null.</summary>
    /// <exception cref="ModelException">The text is none.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator FileName?(string? value) => value is null ? null : new(value);
}
