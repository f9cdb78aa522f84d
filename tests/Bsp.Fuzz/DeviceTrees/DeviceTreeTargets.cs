using System.Text;
using Bsp.DeviceTrees;
using Bsp.DeviceTrees.Bindings;
using Bsp.DeviceTrees.Checks;
using Bsp.DeviceTrees.Differences;
using Bsp.DeviceTrees.Queries;
using Bsp.Kconfig.Conformance.Oracle;

namespace Bsp.Fuzz.DeviceTrees;

/// <summary>
/// What reads device trees: macros, sources through preprocessor and compiler, blobs, overlays laid over a tree, and bindings that a
/// tree is checked against.
/// </summary>
internal static class DeviceTreeTargets
{
    // A longer file takes longer, and has nothing that short ones do not have.
    private const int LargestFile = 6000;

    private static readonly IReadOnlyList<byte[]> Words = Target.PiecesOf(
        "{", "}", "};", ";", "<", ">", "[", "]", "(", ")", "/", "&", "\"", "'", "\\", "\\\n", "#", "=", ",", ":", "@", "0x", "\n", "\0",
        "\u00e9", "/delete-node/ ", "/delete-property/ ", "/omit-if-no-ref/ ",
        "/include/ \"part.dtsi\"", "/plugin/;", "/dts-v1/;\n", "/memreserve/ 0 1;", "/bits/ 64 ", "/bits/ 8 ", "/incbin/(\"part.dtsi\")",
        "&{/", "&a", "a: ", "n { ", "\n#define A ", "\n#define F(x) x x ", "F(", "\n#include \"part.dtsi\"\n",
        "\n#if ", "\n#ifdef A\n", "\n#else\n", "\n#endif\n", "##", "/*", "*/", "//", "? ", "<< ", "99999999999999999999", "phandle = <1>;",
        "reg = <&a 1>;", "__overlay__", "target-path = \"/\";");

    // The tokens of a blob, and numbers that lengths and offsets should not have.
    private static readonly IReadOnlyList<byte[]> Cells =
        [[0, 0, 0, 1], [
            0, 0, 0, 2,
        ], [0, 0, 0, 3], [0, 0, 0, 4], [0, 0, 0, 9], [0, 0, 0, 0], [0xff, 0xff, 0xff, 0xff], [0x7f, 0xff, 0xff, 0xfc], [0x80, 0, 0, 0],
        [0], [0xd0, 0x0d, 0xfe, 0xed]];

    private static readonly IReadOnlyList<byte[]> Keywords = Target.PiecesOf(
        "\n", "\n  ", "  ", ": ", "- ", "[", "]", "{", "}", "#", "&a ", "*a", "\"", "'", "|\n", ">\n", "!!python/object ", "---\n", "true",
        "0x", "99999999999999999999", "\t", "\u00e9",
        "$ref: '#'", "$ref: /schemas/types.yaml#/definitions/uint32\n", "allOf:\n", "oneOf:\n", "if:\n", "then:\n", "else:\n", "not:\n",
        "properties:\n", "patternProperties:\n", "unevaluatedProperties: false\n",
        "additionalProperties:\n", "pattern: '(a+)+$'\n", "items:\n", "maxItems: 1\n", "required:\n", "select: true\n", "const: 1\n",
        "enum: [1]\n", "dependencies:\n", "contains:\n", "\"^(a|b)*$\": ");

    private static readonly byte[] Part = "/ { part: part { p = <1 &part>; }; };\n"u8.ToArray();

    /// <summary>All of them; sources twice, for they have the most to misread.</summary>
    /// <param name="oracles">Unpacks the kernel.</param>
    public static async Task<IReadOnlyList<Target>> LoadAsync(OracleBuilder oracles)
    {
        var kernel = await oracles.UnpackAsync(oracles.Find(oracles.Sources.NewestOf("linux")), default).ConfigureAwait(false);
        var folder = Path.Combine(kernel, "arch");
        List<byte[]> sources =
        [
            .. Target.FilesOf(folder, "*.dts", LargestFile), .. Target.FilesOf(folder, "*.dtsi", LargestFile),
            .. Target.FilesOf(folder, "*.dtso", LargestFile),
        ];
        // Without what they include, many are trees still.
        var trees = sources.Select(source => Compile(source, 1).Tree).OfType<DeviceTree>().ToList();
        var blobs = trees.Where(tree => !tree.IsPlugin).Select(tree => BlobWriter.Write(tree)).ToList();
        var overlays = trees.Where(tree => tree.IsPlugin).Select(tree => BlobWriter.Write(tree)).ToList();
        List<byte[]> bindings = [.. Target.FilesOf(Path.Combine(kernel, "Documentation/devicetree/bindings"), "*.yaml", LargestFile)];
        var source = Source(sources, [.. trees.Where(tree => !tree.IsPlugin)]);
        return [source, Blob(blobs), source, Overlay(overlays, blobs), Macros(), Binding(bindings, blobs)];
    }

    private static Target Macros() => new("macros", MacroSources.All, MacroSources.Words, (content, number) =>
    {
        var read = PreprocessedSource.Of(new SourceFile("test.dts", content), new TwoFiles(content), ["include"]);
        foreach (var message in read.Messages)
            _ = message.ToString();
        for (var at = 0; at <= read.Text.Length; at += 1 + (read.Text.Length / 100))
            _ = read.Text.Locate(at);
    });

    private static Target Source(List<byte[]> files, List<DeviceTree> bases) => new("source", files, Words, (content, number) =>
    {
        var compiled = Compile(content, number);
        foreach (var message in compiled.Messages)
            _ = message.ToString();
        if (compiled.Tree is not { } tree)
        {
            if (compiled.Messages.Count == 0)
                throw new InvalidOperationException("there is neither a tree nor a message");
            return;
        }

        var blob = BlobWriter.Write(tree);
        var again = BlobReader.Read(blob);
        // With errors, which Force lets pass, what is twice in a tree is found once.
        if (TreeComparison.Of(tree, again).Changes.Count > 0 && compiled.Messages.All(message => message.Severity != SourceSeverity.Error))
            throw new InvalidOperationException("the blob of the tree says something else");
        if (tree.IsPlugin)
        {
            foreach (var message in OverlayCheck.Check(bases[number % bases.Count], tree))
                _ = message.ToString();
        }
        else if (compiled.Messages.All(message => message.Severity != SourceSeverity.Error))
        {
            var shown = Encoding.UTF8.GetBytes(SourceWriter.Write(tree));
            if (DeviceTreeCompiler.Compile("test.dts", new(new TwoFiles(shown))).Tree is not { } same
                || !BlobWriter.Write(same).AsSpan().SequenceEqual(blob))
                throw new InvalidOperationException("what is shown makes another blob");
        }
    });

    private static Target Blob(List<byte[]> files) => new("blob", files, Cells, (content, number) =>
    {
        try
        {
            var tree = BlobReader.Read(content);
            Use(tree, BlobReader.Read(files[number % files.Count]));
            Ask(tree, number);
        }
        catch (FormatException)
        {
        }
    });

    private static Target Overlay(List<byte[]> files, List<byte[]> trees) => new("overlay", files, Cells, (content, number) =>
    {
        try
        {
            var tree = trees[number % trees.Count];
            var layered = new LayeredTree(BlobReader.Read(tree), tree);
            var overlay = BlobReader.Read(content);
            foreach (var message in layered.Lay(overlay, content).Concat(layered.Lay(overlay, content)))
                _ = message.ToString();
            Ask(layered.Tree, number);
            BlobReader.Read(OverlayApplier.Apply(tree, [content, content], overwritesPhandles: number % 8 == 0));
        }
        catch (Exception exception) when (exception is FormatException or OverlayException)
        {
        }
    });

    private static Target Binding(List<byte[]> files, List<byte[]> trees) => new("binding", files, Keywords, (content, number) =>
    {
        var prepared = BindingsPreparation.Prepare(
            SchemaRules.All[number % SchemaRules.All.Count], [("test.yaml", Encoding.UTF8.GetString(content))]);
        var tree = BlobReader.Read(trees[number % trees.Count]);
        new BindingValidator(prepared.Bindings).Validate(tree);
        if (number % 16 == 0)
            new BindingValidator(Bindings.Read(prepared.Bindings.ToBytes())).Validate(tree);
    });

    private static void Use(DeviceTree tree, DeviceTree other)
    {
        BlobReader.Read(BlobWriter.Write(tree));
        _ = SourceWriter.Write(tree);
        _ = YamlWriter.Write(tree);
        _ = AssemblerWriter.Write(tree);
        var comparison = TreeComparison.Of(tree, other);
        var text = new ValueText(comparison.Before);
        foreach (var node in tree.Root.SelfAndDescendants())
        {
            foreach (var property in node.Properties)
                _ = text.Of(node, property) + text.IsGuess(node, property);
        }
    }

    private static void Ask(DeviceTree tree, int number)
    {
        var references = new TreeReferences(tree);
        var nodes = tree.Root.SelfAndDescendants().ToList();
        _ = NodeUser.Of(tree, references, nodes[number % nodes.Count]).Count();
        foreach (var kind in new[] { SupplyKind.Interrupts, SupplyKind.Clocks, SupplyKind.Power })
            _ = Supply.Of(tree, references, kind).Count();
        var map = AddressMap.Of(tree, tree.Root);
        // What is between regions is in none of them.
        if (map.Holes.Any(hole => map.Regions.Any(region => region.Start <= hole.Start && region.Last >= hole.Start)))
            throw new InvalidOperationException("a hole is in a region");
    }

    private static CompiledTree Compile(byte[] source, int number) =>
        DeviceTreeCompiler.Compile("test.dts", new(new TwoFiles(source)), new()
        {
            Preprocessor = number % 4 == 0 ? null : new() { IncludeFolders = ["include"] },
            Symbols = number % 3 == 0,
            Aliases = number % 5 == 0,
            Sorts = number % 7 == 0,
            Force = number % 8 == 0,
            Checks = KernelWarnings.OfLevel(2),
        });

    /// <summary>The source, which can include itself, and a small one.</summary>
    private sealed class TwoFiles(byte[] source) : ISourceFiles
    {
        private readonly SourceFile _source = new("test.dts", source);
        private readonly SourceFile _part = new("part.dtsi", Part);

        public SourceFile? TryOpen(string path) => path == "test.dts" ? _source : path is [.. , 'i'] ? _part : null;
    }
}
