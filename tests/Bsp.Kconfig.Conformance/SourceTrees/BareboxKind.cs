namespace Bsp.Kconfig.Conformance.SourceTrees;

internal sealed class BareboxKind : SourceTreeKind
{
    // As with Linux: without a cross compiler, the machine's own answers both sides. Its architectures name one each.
    public override IReadOnlyList<string> MakeVariables(string architecture) => ["ARCH=" + architecture, "CROSS_COMPILE="];

    public override bool HasKnownHelp => false;

    public override IReadOnlyList<string> Architectures(string root) => FoldersWithKconfig(Path.Combine(root, "arch"));

    public override IReadOnlyList<(string Name, string Path)> Defconfigs(string root, string architecture) =>
        FilesBelow(Path.Combine(root, "arch", architecture, "configs"));
}
