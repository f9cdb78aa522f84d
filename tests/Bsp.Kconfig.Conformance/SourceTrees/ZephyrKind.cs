using System.Security.Cryptography;
using System.Text;
using Bsp.Kconfig.Conformance.Contract;

namespace Bsp.Kconfig.Conformance.SourceTrees;

// It has a Python library in place of conf, and each board is a view of the tree of its own.
internal sealed class ZephyrKind : SourceTreeKind
{
    // Written as its CMake files do, up to Zephyr 3.6.
    private static readonly (string Name, string Text)[] Generated =
    [
        ("Kconfig.soc.defconfig", "osource \"{0}/soc/$(ARCH)/*/Kconfig.defconfig\"\n"),
        ("Kconfig.soc", "osource \"{0}/soc/$(ARCH)/*/Kconfig.soc\"\n"),
        ("Kconfig.soc.arch", "osource \"{0}/soc/$(ARCH)/Kconfig\"\nosource \"{0}/soc/$(ARCH)/*/Kconfig\"\n"),
        ("Kconfig.shield.defconfig", "osource \"{0}/boards/shields/*/Kconfig.defconfig\"\n"),
        ("Kconfig.shield", "osource \"{0}/boards/shields/*/Kconfig.shield\"\n"),
        ("Kconfig.modules", ""),
    ];

    private static string Script => Path.Combine(AppContext.BaseDirectory, "Oracle", "kconfiglib-conf.py");

    public override string? Program => "python3";

    public override IReadOnlyList<string> MakeVariables(string architecture) => [];

    public override IReadOnlyList<string> Architectures(string root) =>
    [
        .. Directory.EnumerateDirectories(Path.Combine(root, "boards"))
            .SelectMany(Directory.EnumerateDirectories)
            .Where(folder => File.Exists(Path.Combine(folder, "Kconfig.board")))
            .Select(folder => Path.GetRelativePath(Path.Combine(root, "boards"), folder))
            .Order(StringComparer.Ordinal),
    ];

    public override IReadOnlyList<(string Name, string Path)> Defconfigs(string root, string architecture) =>
        [.. FilesBelow(Path.Combine(root, "boards", architecture)).Where(file => file.Name != "Kconfig.defconfig")];

    public override IReadOnlyDictionary<string, string> VariablesOf(string root, string architecture)
    {
        // The same each time, so that results are found again that depend on its name.
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root)))[..16];
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "bsp-zephyr-" + key)).FullName;
        foreach (var (name, text) in Generated)
            File.WriteAllText(Path.Combine(folder, name), text.Replace("{0}", root, StringComparison.Ordinal));
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "",
            ["srctree"] = root,
            ["ZEPHYR_BASE"] = root,
            ["ARCH"] = architecture.Split('/')[0],
            ["ARCH_DIR"] = Path.Combine(root, "arch"),
            ["BOARD_DIR"] = Path.Combine(root, "boards", architecture),
            ["KCONFIG_BINARY_DIR"] = folder,
            // Without a devicetree.
            ["KCONFIG_DOC_MODE"] = "1",
        };
    }

    public override IReadOnlyList<string>? ConfArguments(KconfigCase @case) =>
        @case.Operation is KconfigOperation.Defconfig or KconfigOperation.OldDefconfig or KconfigOperation.SaveDefconfig
            ? [Script, .. base.ConfArguments(@case)!]
            : null;
}
