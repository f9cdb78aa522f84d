namespace Bsp.Model;

/// <summary>Names of Buildroot's packages as records have them: without <c>BR2_PACKAGE_</c>.</summary>
internal static class BuildrootPackage
{
    private const string Prefix = "BR2_PACKAGE_";

    /// <summary>The packages themselves.</summary>
    /// <exception cref="ModelException">One is a symbol with its prefix, or one of a kernel, or is there twice.</exception>
    public static Seq<string> Checked(Seq<string> packages)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var package in packages)
        {
            Text.Word(package, "a package", "_");
            if (package.StartsWith(Prefix, StringComparison.Ordinal))
                throw new ModelException($"the package '{package}' is named with its prefix; write '{package.Substring(Prefix.Length)}'");
            if (package.StartsWith("BR2_", StringComparison.Ordinal) || package.StartsWith("CONFIG_", StringComparison.Ordinal))
            {
                throw new ModelException(
                    $"'{package}' is no package: these are Buildroot's symbols that begin with {Prefix}, written without");
            }

            if (!seen.Add(package))
                throw new ModelException($"the package '{package}' is there twice; keep one");
        }

        return packages;
    }
}
