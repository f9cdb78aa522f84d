using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>A package of Buildroot or of Infix: its symbol without <c>BR2_PACKAGE_</c>.</summary>
public sealed record BuildrootPackage : CheckedText
{
    private const string Prefix = "BR2_PACKAGE_";

    private BuildrootPackage(string value)
        : base(Checked(TextRules.Word(value, "a package", KconfigSymbol.Punctuation)))
    {
    }

    /// <summary>A package, checked; null for null.</summary>
    /// <exception cref="ModelException">The text is not valid.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator BuildrootPackage?(string? value) => value is null ? null : new(value);

    /// <summary>The packages, if none is listed twice.</summary>
    /// <exception cref="ModelException">One is listed twice.</exception>
    internal static Seq<BuildrootPackage> CheckedDistinct(Seq<BuildrootPackage> packages) =>
        packages.GroupBy(package => package).FirstOrDefault(group => group.Count() > 1) is { Key: var twice }
            ? throw new ModelException($"the package '{twice}' is listed twice; keep one")
            : packages;

    private static string Checked(string package)
    {
        if (package.StartsWith(Prefix, StringComparison.Ordinal))
            throw new ModelException($"the package '{package}' includes its prefix; write '{package.Substring(Prefix.Length)}'");
        if (package.StartsWith("BR2_", StringComparison.Ordinal) || package.StartsWith("CONFIG_", StringComparison.Ordinal))
        {
            throw new ModelException(
                $"'{package}' is not a package; packages are Buildroot symbols that begin with {Prefix}, written without it");
        }

        return package;
    }
}
