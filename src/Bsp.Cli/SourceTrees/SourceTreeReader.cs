using Bsp.Kconfig.Parsing;
using Bsp.Kconfig.Parsing.Caching;
using Bsp.Kconfig.Parsing.Files;
using Bsp.Kconfig.Parsing.Shells;

namespace Bsp.Cli.SourceTrees;

/// <summary>Reads source trees, with a cache of what their commands have answered and what their files say that outlasts the run.</summary>
/// <param name="host">Says where that is kept.</param>
/// <param name="caches">Whether anything is cached.</param>
/// <param name="progress">Where it is shown how far the reading is; null for nowhere.</param>
internal sealed class SourceTreeReader(CliHost host, bool caches, ReadingProgress? progress)
{
    // They differ from one terminal, or one make, to the next, and no compiler's answer depends on them.
    private static readonly string[] Volatile =
    [
        "_", "PWD", "OLDPWD", "SHLVL", "TERM", "COLORTERM", "COLUMNS", "LINES", "WINDOWID", "DISPLAY", "TTY", "NO_COLOR",
        "MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES", "MAKE_TERMERR", "MAKE_TERMOUT", "MAKECMDGOALS",
        "KCONFIG_CONFIG", "KCONFIG_SEED", "KCONFIG_ALLCONFIG", "BSP_CACHE",
    ];

    // Null where nothing is kept.
    private readonly string? _folder = caches && CacheFolder(host) is { } cache ? Path.Combine(cache, "kconfig") : null;

    /// <summary>Reads a tree.</summary>
    /// <param name="source">The tree; its shell is set here.</param>
    /// <param name="onlyValues">Whether help texts and columns are of no interest, so that a tree that was read before will do.</param>
    public KconfigParseResult Read(KconfigSource source, bool onlyValues)
    {
        var asked = source with { Shell = Shell(source), Files = progress?.Count(FilesOf(source)) ?? source.Files };
        return onlyValues && _folder is not null
            ? new ParsedTreeCache(Path.Combine(_folder, "trees")).Read(asked)
            : KconfigParser.Parse(asked);
    }

    /// <summary>The files of a tree.</summary>
    public static IKconfigFiles FilesOf(KconfigSource source) =>
        source.Files ?? new DiskFiles(source.CurrentDirectory, source.Environment.GetValueOrDefault("srctree"));

    private IShell Shell(KconfigSource source)
    {
        IParallelShell shell = new ProcessShell(source.CurrentDirectory, source.Environment);
        shell = progress?.Count(shell) ?? shell;
        if (_folder is null)
            return shell;
        var lasting = source.Environment.Where(variable => !Volatile.Contains(variable.Key)).ToDictionary(StringComparer.Ordinal);
        return new CachedShell(shell, Path.Combine(_folder, "shell-answers"), source.CurrentDirectory, lasting);
    }

    /// <summary>Where caches are; null where nothing says so.</summary>
    public static string? CacheFolder(CliHost host)
    {
        if (host.Variable("BSP_CACHE") is { Length: > 0 } chosen)
            return chosen;
        if (host.Variable("XDG_CACHE_HOME") is { Length: > 0 } caches)
            return Path.Combine(caches, "bsp");
        return host.Variable("HOME") is { Length: > 0 } home ? Path.Combine(home, ".cache", "bsp") : null;
    }
}
