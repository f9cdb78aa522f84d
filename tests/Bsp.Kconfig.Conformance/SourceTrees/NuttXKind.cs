namespace Bsp.Kconfig.Conformance.SourceTrees;

// Its conf is kconfig-frontends, a package of its own; its applications are a tree of their own, beside it.
internal sealed class NuttXKind : SourceTreeKind
{
    public override string? Program => "kconfig-conf";

    public override IReadOnlyList<string> MakeVariables(string architecture) => [];

    public override bool HasKnownHelp => false;

    public override IReadOnlyList<string> Architectures(string root) => ["all"];

    public override IReadOnlyList<(string Name, string Path)> Defconfigs(string root, string architecture) =>
        FilesBelow(Path.Combine(root, "boards"));

    // As in tools/Unix.mk.
    public override IReadOnlyDictionary<string, string> VariablesOf(string root, string architecture)
    {
        var applications = Path.GetFullPath(Path.Combine(root, "../apps"));
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["srctree"] = root,
            ["APPSDIR"] = applications,
            ["APPSBINDIR"] = applications,
            ["BINDIR"] = root,
            ["EXTERNALDIR"] = "dummy",
        };
    }
}
