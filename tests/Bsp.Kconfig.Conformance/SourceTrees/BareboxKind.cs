namespace Bsp.Kconfig.Conformance.SourceTrees;

internal sealed class BareboxKind : SourceTreeKind
{
    public override IReadOnlyList<string> MakeVariables(string architecture) =>
        architecture == "arm" ? ["ARCH=arm", "CROSS_COMPILE=aarch64-linux-gnu-"] : ["ARCH=" + architecture];

    public override IReadOnlyList<string> Architectures(string root) => FoldersWithKconfig(Path.Combine(root, "arch"));

    public override IReadOnlyList<(string Name, string Path)> Defconfigs(string root, string architecture) =>
        FilesBelow(Path.Combine(root, "arch", architecture, "configs"));
}
