using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>The address of a git repository.</summary>
public sealed record RepositoryUrl : CheckedText
{
    private RepositoryUrl(string value)
        : base(TextRules.Word(value, "a repository", ":/.-_@"))
    {
    }

    /// <summary>A repository, checked; null for null.</summary>
    /// <exception cref="ModelException">The text is not valid.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator RepositoryUrl?(string? value) => value is null ? null : new(value);
}
