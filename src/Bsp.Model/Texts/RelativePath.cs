using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>A path that stays below the folder that it is relative to, with forward slashes.</summary>
public sealed record RelativePath : CheckedText
{
    private RelativePath(string value)
        : base(Checked(TextRules.Word(value, "a path", "/" + FileName.Punctuation)))
    {
    }

    /// <summary>A path, checked; null for null.</summary>
    /// <exception cref="ModelException">The text is not valid.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator RelativePath?(string? value) => value is null ? null : new(value);

    private static string Checked(string path) => path[0] == '/' || path.Split('/').Any(part => part is "" or "." or "..")
        ? throw new ModelException($"the path '{path}' leaves its folder; write one without '..', '.' or a leading '/'")
        : path;
}
