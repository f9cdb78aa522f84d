using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>The version of a release, such as <c>2025.01</c> or <c>v2.12</c>; of a git repository a tag or a commit.</summary>
public sealed record ReleaseVersion : CheckedText
{
    private ReleaseVersion(string value)
        : base(TextRules.Word(value, "a version", "-._"))
    {
    }

    /// <summary>A version, checked; null for null.</summary>
    /// <exception cref="ModelException">The text is not valid.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator ReleaseVersion?(string? value) => value is null ? null : new(value);
}
