using Bsp.Kconfig.Conformance.Contract;

namespace Bsp.Kconfig.Conformance.SourceTrees;

// Its conf is of 2007: one letter for each mode, no savedefconfig, no list of new symbols, no seed.
internal sealed class BusyBoxKind : SourceTreeKind
{
    public override string RootFile => "Config.in";

    public override IReadOnlyList<string> MakeVariables(string architecture) => [];

    public override IReadOnlyList<string> Architectures(string root) => ["all"];

    public override IReadOnlyList<(string Name, string Path)> Defconfigs(string root, string architecture) =>
        FilesBelow(Path.Combine(root, "configs"));

    // Without this the header has the time.
    public override IReadOnlyDictionary<string, string> Variables { get; } = new Dictionary<string, string>
    {
        ["KCONFIG_NOTIMESTAMP"] = "1",
    };

    public override IReadOnlyList<string>? ConfArguments(KconfigCase @case) => @case.Operation switch
    {
        KconfigOperation.Defconfig => ["-D", @case.InputName, RootFile],
        KconfigOperation.AllNoConfig => ["-n", RootFile],
        KconfigOperation.AllYesConfig => ["-y", RootFile],
        KconfigOperation.AllModConfig => ["-m", RootFile],
        // It has no mode that takes defaults without asking: the enter key does.
        KconfigOperation.OldDefconfig => ["-o", RootFile],
        _ => null,
    };

    public override bool Asks(KconfigCase @case) => @case.IsInteractive || @case.Operation == KconfigOperation.OldDefconfig;
}
