using Bsp.Build;
using Bsp.Build.Steps;

namespace Bsp.Firmware.Kernel;

/// <summary>How compilers run through ccache, so that hits survive another folder, another clone and another version.</summary>
public static class CcacheEnvironment
{
    /// <summary>What precedes the compiler's name: <c>ccache </c>, or nothing where it is turned off.</summary>
    public static string Prefix(BuildSettings settings) => settings.UseCcache ? "ccache " : "";

    /// <summary>The variables that ccache reads; none where it is turned off.</summary>
    public static IReadOnlyDictionary<string, string> For(StepContext context) => context.Settings.UseCcache
        ? new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CCACHE_DIR"] = Path.Combine(context.Settings.CacheFolder, "ccache"),
            ["CCACHE_BASEDIR"] = context.Work,
            ["CCACHE_NOHASHDIR"] = "1",
            ["CCACHE_COMPILERCHECK"] = "content",
            // Without CCACHE_NOCPP2, which would save a third of a cold build: what is preprocessed already has no warnings about
            // macros, and Kconfig asks by one with -Werror whether there are integers of 128 bits (CC_HAS_INT128).
            ["CCACHE_MAXSIZE"] = "5G",
        }
        : new Dictionary<string, string>(StringComparer.Ordinal);
}
