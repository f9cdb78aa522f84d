namespace Bsp.Kconfig.Conformance.SourceTrees;

internal sealed class LinuxKind : SourceTreeKind
{
    // Where there is no cross compiler, the machine's own is used: the answers are recorded, and both sides get them.
    public override IReadOnlyList<string> MakeVariables(string architecture) =>
        architecture == "arm64" ? ["ARCH=arm64", "CROSS_COMPILE=aarch64-linux-gnu-"] : ["ARCH=" + architecture];

    public override IReadOnlyList<string> Architectures(string root) => FoldersWithKconfig(Path.Combine(root, "arch"));

    public override IReadOnlyList<(string Name, string Path)> Defconfigs(string root, string architecture) =>
        FilesBelow(Path.Combine(root, "arch", architecture, "configs"));
}
