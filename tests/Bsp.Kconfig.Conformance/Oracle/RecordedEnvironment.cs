using System.Text;

namespace Bsp.Kconfig.Conformance.Oracle;

/// <summary>The variables that a tree's make gave to conf.</summary>
internal static class RecordedEnvironment
{
    // Of make, of the shell between, and of the recording itself: they say nothing about the tree.
    private static readonly HashSet<string> Noise = new(StringComparer.Ordinal)
    {
        "LD_PRELOAD", "BSP_RECORD_ENVIRONMENT", "BSP_RECORD_ANSWERS", "MAKEFLAGS", "MAKEOVERRIDES", "MFLAGS", "MAKELEVEL",
        "MAKE_TERMOUT", "MAKE_TERMERR",
        "PWD", "OLDPWD", "SHLVL", "_", "HOME", "TMPDIR",
    };

    /// <summary>Reads a file with a NUL after each variable, for conf in a folder of its own.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tree">The tree, which relative paths would miss from there.</param>
    public static IReadOnlyDictionary<string, string> Read(string path, string tree)
    {
        var variables = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var variable in Encoding.UTF8.GetString(File.ReadAllBytes(path)).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = variable.IndexOf('=', StringComparison.Ordinal);
            if (at > 0 && !Noise.Contains(variable[..at]))
                variables[variable[..at]] = variable[(at + 1)..];
        }

        variables["srctree"] = tree;
        variables["HOME"] = "/";
        variables["TMPDIR"] = "/tmp";
        return variables;
    }
}
