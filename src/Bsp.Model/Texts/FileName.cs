using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>The name of a file, without its folder.</summary>
public sealed record FileName : CheckedText
{
    /// <summary>The characters allowed besides letters and digits; none has a special meaning to a shell or make.</summary>
    internal const string Punctuation = "._-+,";

    private FileName(string value)
        : base(TextRules.Word(value, "a file name", Punctuation))
    {
    }

    /// <summary>A file name, checked; null for null.</summary>
    /// <exception cref="ModelException">The text is not valid.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator FileName?(string? value) => value is null ? null : new(value);
}
