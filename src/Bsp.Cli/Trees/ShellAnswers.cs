using Bsp.Kconfig.Parsing.Shells;

namespace Bsp.Cli.Trees;

/// <summary>The shell that answers <c>$(shell,…)</c>: it remembers answers from one run to the next.</summary>
internal static class ShellAnswers
{
    // They differ from one terminal, or one make, to the next, and no compiler's answer depends on them.
    private static readonly string[] Volatile =
    [
        "_", "PWD", "OLDPWD", "SHLVL", "TERM", "COLORTERM", "COLUMNS", "LINES", "WINDOWID", "DISPLAY", "TTY", "NO_COLOR",
        "MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES", "MAKE_TERMERR", "MAKE_TERMOUT", "MAKECMDGOALS",
        "KCONFIG_CONFIG", "KCONFIG_SEED", "KCONFIG_ALLCONFIG",
    ];

    /// <summary>The shell.</summary>
    /// <param name="host">Says where answers are kept.</param>
    /// <param name="currentDirectory">Where commands run.</param>
    /// <param name="environment">Their variables.</param>
    /// <param name="remember">Whether answers are kept.</param>
    public static IShell Shell(CliHost host, string currentDirectory, IReadOnlyDictionary<string, string> environment, bool remember)
    {
        var shell = new ProcessShell(currentDirectory, environment);
        if (!remember || Folder(host) is not { } folder)
            return shell;
        var lasting = environment.Where(variable => !Volatile.Contains(variable.Key)).ToDictionary(StringComparer.Ordinal);
        return new CachedShell(shell, Path.Combine(folder, "kconfig", "shell-answers"), currentDirectory, lasting);
    }

    private static string? Folder(CliHost host)
    {
        if (host.Variable("BSP_CACHE") is { Length: > 0 } chosen)
            return chosen;
        if (host.Variable("XDG_CACHE_HOME") is { Length: > 0 } caches)
            return Path.Combine(caches, "bsp");
        return host.Variable("HOME") is { Length: > 0 } home ? Path.Combine(home, ".cache", "bsp") : null;
    }
}
