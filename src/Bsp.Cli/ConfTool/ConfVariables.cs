namespace Bsp.Cli.ConfTool;

/// <summary>The variables that conf itself reads (Documentation/kbuild/kconfig.rst).</summary>
/// <param name="host">Has them.</param>
internal sealed class ConfVariables(CliHost host)
{
    /// <summary>The configuration.</summary>
    public string Config => host.Variable("KCONFIG_CONFIG") ?? ".config";

    /// <summary>What makefiles read.</summary>
    public string AutoConf => host.Variable("KCONFIG_AUTOCONFIG") ?? "include/config/auto.conf";

    /// <summary>What C sources read.</summary>
    public string AutoHeader => host.Variable("KCONFIG_AUTOHEADER") ?? "include/generated/autoconf.h";

    /// <summary>What the Rust compiler reads.</summary>
    public string RustCfg => host.Variable("KCONFIG_RUSTCCFG") ?? "include/generated/rustc_cfg";

    /// <summary>The seed of all*config; null for none.</summary>
    public string? AllConfig => host.Variable("KCONFIG_ALLCONFIG");

    /// <summary>Where a configuration comes from when there is none.</summary>
    public IReadOnlyList<string> DefconfigList =>
        (host.Variable("KCONFIG_DEFCONFIG_LIST") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether warnings are errors.</summary>
    public bool WarningsAreErrors => host.Variable("KCONFIG_WERROR") is not null;

    /// <summary>Whether unknown symbols are warned of.</summary>
    public bool WarnUnknown => host.Variable("KCONFIG_WARN_UNKNOWN_SYMBOLS") is not null;

    /// <summary>Whether values that are not as they were given are reported.</summary>
    public bool WarnChangedInput => host.Variable("KCONFIG_WARN_CHANGED_INPUT") is { Length: > 0 };

    /// <summary>Whether syncconfig leaves the .config alone.</summary>
    public bool NoSilentUpdate => host.Variable("KCONFIG_NOSILENTUPDATE") is { Length: > 0 };
}
