using Bsp.Kconfig.Conformance.Contract;

namespace Bsp.Kconfig.Conformance.SourceTrees;

internal sealed class BuildrootKind : SourceTreeKind
{
    public override string RootFile => "Config.in";

    public override string ConfPath => "build/buildroot-config/conf";

    public override IReadOnlyList<string> MakeVariables(string architecture) => [];

    public override bool HasKnownHelp => false;

    public override IReadOnlyList<string> Architectures(string root) => ["all"];

    public override IReadOnlyList<(string Name, string Path)> Defconfigs(string root, string architecture) =>
        FilesBelow(Path.Combine(root, "configs"));

    // It writes what makefiles read into the folder of auto.conf, which a comparison does not have.
    public override IReadOnlyList<string>? ConfArguments(KconfigCase @case) =>
        @case.Operation == KconfigOperation.SyncConfig ? null : base.ConfArguments(@case);

    public override IReadOnlyDictionary<string, string> Adapt(IReadOnlyDictionary<string, string> variables, string buildFolder) =>
        new Dictionary<string, string>(variables, StringComparer.Ordinal)
        {
            // What make has left there is read: the names of external trees.
            ["BASE_DIR"] = buildFolder,
            // Its name for KCONFIG_CONFIG.
            ["BR2_CONFIG"] = ".config",
            ["BR2_DEFCONFIG"] = "defconfig",
            ["SKIP_LEGACY"] = "",
        };
}
