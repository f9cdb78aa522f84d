using Bsp.Firmware.Steps;

namespace Bsp.Firmware.Kernel;

/// <summary>How compilers run behind ccache, so that hits survive another folder, another clone and another version.</summary>
public static class CcacheEnvironment
{
    /// <summary>What stands before the compiler's name: <c>ccache </c>, or nothing where it is turned off.</summary>
    public static string Prefix(BuildSettings settings) => settings.UseCcache ? "ccache " : "";

    /// <summary>The variables that ccache reads; none where it is turned off.</summary>
    public static IReadOnlyDictionary<string, string> For(StepContext context) => context.Settings.UseCcache
        ? new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CCACHE_DIR"] = Path.Combine(context.Settings.CacheFolder, "ccache"),
            ["CCACHE_BASEDIR"] = context.Work,
            ["CCACHE_NOHASHDIR"] = "1",
            ["CCACHE_COMPILERCHECK"] = "content",
            // What was preprocessed to be looked up is compiled: to preprocess it again, as is ccache's habit, takes a third of
            // a cold build. The objects are the same; only warnings about macros may be more.
            ["CCACHE_NOCPP2"] = "1",
            ["CCACHE_MAXSIZE"] = "5G",
        }
        : new Dictionary<string, string>(StringComparer.Ordinal);
}
