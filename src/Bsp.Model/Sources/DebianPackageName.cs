using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>The name of a source or binary package of Debian (Debian Policy, sections 5.6.1 and 5.6.7).</summary>
public sealed record DebianPackageName : CheckedText
{
    private DebianPackageName(string value)
        : base(Checked(TextRules.Word(value, "a Debian package", "+-.")))
    {
    }

    /// <summary>A Debian package, checked; null for null.</summary>
    /// <exception cref="ModelException">The text is not valid.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator DebianPackageName?(string? value) => value is null ? null : new(value);

    private static string Checked(string name) => name is [(>= 'a' and <= 'z') or (>= '0' and <= '9'), ..]
        ? name
        : throw new ModelException($"'{name}' is not a Debian package name; these begin with a lower-case letter or a digit");
}
