using System.Text;
using System.Text.RegularExpressions;
using Bsp.Boards;
using Bsp.Build.Processes;
using Bsp.Build.Progress;
using Bsp.Build.Sources;
using Bsp.DeviceTree.Conformance.Dtc;
using Bsp.DeviceTrees;
using Bsp.Firmware.Boards;
using Bsp.Firmware.Boot;
using Bsp.Firmware.Kernel;
using Bsp.Model;
using Bsp.Testing;

namespace Bsp.DeviceTree.Conformance.Tests;

/// <summary>Every device tree, overlay and environment of the boards compiles, to the bytes that cpp and dtc make of it.</summary>
/// <remarks>
/// Against the kernel that it is for; where that is not among the pinned sources, as Infix's, against the reference distribution's.
/// </remarks>
public sealed partial class GeneratedTreesTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StringWriter _log = new();

    public static TheoryData<string, string> Boards => new(
        BoardRegistry.All().Where(pair => Trees(pair).Any()).Select(pair => (pair.Board.Id, pair.Distribution.Id)));

    public void Dispose()
    {
        _folder.Dispose();
        _log.Dispose();
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public async Task Every_generated_tree_compiles_to_the_bytes_of_cpp_and_dtc(string board, string distribution)
    {
        var pair = BoardRegistry.All().Single(pair => pair.Board.Id == board && pair.Distribution.Id == distribution);
        var includes = await IncludesAsync(pair);
        var dtc = (await DtcTools.BuildAsync(new PlainConsole(_log), TestContext.Current.CancellationToken)).Program("dtc");
        foreach (var file in Trees(pair))
            Assert.Equal(ByCppAndDtc(dtc, Source(pair, file), includes), ByOurs(Source(pair, file), includes));
    }

    [Fact]
    public void A_tree_that_does_not_compile_is_found()
    {
        var source = _folder.Write("a.dts", "/ { };\n");
        Assert.Contains("/dts-v1/", Assert.Throws<FormatException>(() => ByOurs(source, [])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Boards_of_every_distribution_generate_trees() =>
        Assert.Equal(
            BoardRegistry.All().Select(pair => pair.Distribution.Id).Distinct().Order(StringComparer.Ordinal),
            Boards.Select(row => row.Data.Item2).Distinct().Order(StringComparer.Ordinal));

    /// <summary>The step that a build of firmware has compiles it as well, and holds it against the bindings of that kernel.</summary>
    [Fact]
    public async Task Each_kernel_accepts_the_trees_of_its_distribution_and_its_bindings_are_read()
    {
        var targets = BoardRegistry.All().Where(ImageTarget.IsOne).Select(ImageTarget.Of)
            .Where(target => target.Board.DeviceTree is not null);
        var steps = targets.Select(target =>
        {
            var kernel = new KernelSourceStep(new FetchStep(Steps.Sources, target.Distribution.Kernel.Name));
            var schemas = new PackagesStep(new FetchStep(Steps.Sources, target.Distribution.Schemas.Name));
            return new DeviceTreeStep(target, target.Board.DeviceTree!, kernel, new BindingsStep(kernel, schemas));
        }).ToList();
        var built = await Steps.RunAsync(steps, new PlainConsole(_log), TestContext.Current.CancellationToken);
        Assert.True(steps.Select(step => step.Needs[1].Name).Distinct().Count() > 1, "all distributions have the same kernel");
        Assert.All(steps, step => Assert.NotNull(BlobReader.Read(File.ReadAllBytes(Path.Combine(built[step], "board.dtb")))));
    }

    private static IEnumerable<GeneratedFile> Trees(GeneratedBoard pair) =>
        pair.Files.Where(file => Path.GetExtension(file.Path) is ".dts" or ".dtso" or ".dtsi");

    // The whole output is there, as in the build, since trees include what lies beside them.
    private string Source(GeneratedBoard pair, GeneratedFile tree)
    {
        foreach (var file in pair.Files)
            _folder.Write(file.Path, file.Text);
        // What U-Boot's build, or Infix, puts beside an environment.
        foreach (Match included in IncludedBytes().Matches(tree.Text))
        {
            var path = Path.Combine(Path.GetDirectoryName(tree.Path)!, included.Groups[1].Value);
            if (!File.Exists(_folder[path]))
                _folder.Write(path, "run bootcmd\n");
        }

        // U-Boot's build includes the file in a tree of its own (DEVICE_TREE_INCLUDES); a plugin takes labels that it has not.
        return Path.GetExtension(tree.Path) != ".dtsi" ? _folder[tree.Path] : _folder.Write(
            Path.ChangeExtension(tree.Path, ".including.dts"),
            $"""
            /dts-v1/;
            /plugin/;
            #include <dt-bindings/gpio/gpio.h>
            #include <dt-bindings/input/input.h>
            #include "{Path.GetFileName(tree.Path)}"

            """);
    }

    private async Task<string[]> IncludesAsync(GeneratedBoard pair)
    {
        var pinned = Steps.Sources.Sources.Any(source => source.Name == pair.Distribution.KernelSource)
            ? pair.Distribution.KernelSource
            : BoardRegistry.All().First(other => other.Distribution.IsDefault).Distribution.KernelSource;
        var kernel = new KernelSourceStep(new FetchStep(Steps.Sources, pinned));
        var emulator = pair.Board is BootableBoard { DeviceTree.Source: DeviceTreeSource.Emulator } played
            ? new EmulatorTreeStep(played)
            : null;
        var built = await Steps.RunAsync(
            [kernel, .. emulator is null ? [] : new[] { emulator }], new PlainConsole(_log), TestContext.Current.CancellationToken);
        return
        [
            .. TreeSnapshotStep.Folders(built[kernel], pair.Board.Soc.Architecture),
            .. emulator is null ? [] : new[] { built[emulator] },
        ];
    }

    private static byte[] ByOurs(string source, string[] includes)
    {
        var compiled = DeviceTreeCompiler.Compile(source, new(new DiskSourceFiles("/")), new()
        {
            Preprocessor = new() { IncludeFolders = includes },
            IncludeFolders = includes,
            BootProcessor = 0,
        });
        return compiled.Tree is { } tree
            ? BlobWriter.Write(tree)
            : throw new FormatException(string.Join('\n', compiled.Messages.Where(message => message.Severity == SourceSeverity.Error)));
    }

    private static byte[] ByCppAndDtc(string dtc, string source, string[] includes)
    {
        var preprocessed = source + ".tmp";
        HostTool.Check(
            ToolPaths.Find("gcc"),
            [
                "-E", "-nostdinc", .. includes.SelectMany(folder => new[] { "-I", folder }),
                "-undef", "-D__DTS__", "-x", "assembler-with-cpp",
                "-o", preprocessed, source,
            ]);
        var blob = source + ".dtb";
        HostTool.Check(
            dtc,
            [
                "-q", "-q", "-b", "0", "-i", Path.GetDirectoryName(source)!, .. includes.SelectMany(folder => new[] { "-i", folder }),
                "-O", "dtb", "-o", blob, preprocessed,
            ]);
        return File.ReadAllBytes(blob);
    }

    [GeneratedRegex("""/incbin/\("([^"]+)"\)""")]
    private static partial Regex IncludedBytes();
}
