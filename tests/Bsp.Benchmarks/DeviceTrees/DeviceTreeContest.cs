using System.Security.Cryptography;
using Bsp.Build.Progress;
using Bsp.DeviceTree.Conformance;

namespace Bsp.Benchmarks.DeviceTrees;

/// <summary>Who takes part: bsp, and the preprocessor and dtc as a kernel's build calls them.</summary>
internal static class DeviceTreeContest
{
    /// <summary>The name of bsp.</summary>
    public const string Own = "bsp, one process";

    /// <summary>The name of the others.</summary>
    public const string Rival = "gcc -E and dtc";

    /// <summary>What all of an architecture's blobs are called.</summary>
    public static string All { get; } = "all boards of arm64, " + Kernels.Newer;

    /// <summary>The boards that are also measured by themselves: of each size one.</summary>
    public static IReadOnlyList<string> Single { get; } = ["rk3399-rock-pi-4b", "imx8mp-evk", "sdm845-mtp"];

    // scripts/Makefile.dtbs, without W=1.
    private static readonly string[] Quiet =
    [
        "interrupt_provider", "unit_address_vs_reg", "avoid_unnecessary_addr_size", "alias_paths", "graph_child_address", "simple_bus_reg",
    ];

    /// <summary>The contestants.</summary>
    /// <param name="console">Shows how the kernel's build goes on.</param>
    /// <param name="bsp">The program.</param>
    public static async Task<IReadOnlyList<Contestant>> LoadAsync(IBuildConsole console, string bsp)
    {
        var kernel = await KernelBlobs.MakeAsync(Kernels.Newer, "arm64", console, default).ConfigureAwait(false);
        var boards = new BlobComparison(kernel.Source, kernel.Blobs).Commands()
            .Where(command => command.Source is not null && command.Target.EndsWith(".dtb", StringComparison.Ordinal))
            .Select(command => new Board(command.Source!, Path.Combine(kernel.Blobs, command.Target), command.Options.Symbols))
            .OrderBy(board => board.Source, StringComparer.Ordinal)
            .ToList();
        // One call takes one set of options: those for overlays are left out.
        List<Contestant> contestants = [.. Both(All, boards.FindAll(board => !board.HasSymbols))];
        foreach (var name in Single)
            contestants.AddRange(Both(name, [boards.Single(board => board.Name == name)]));
        return contestants;

        IEnumerable<Contestant> Both(string work, IReadOnlyList<Board> some)
        {
            var environment = new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin" };
            yield return new(
                Own, work, bsp,
                ["dt", "compile", "-o", "out", .. some[0].HasSymbols
                    ? ["-@"]
                    : Array.Empty<string>(), .. some.Select(board => Path.Combine(kernel.Source, board.Source))],
                environment, _ => { }, folder => IsDone(folder, some));
            yield return new(
                Rival, work, "/bin/sh", ["-e", "script"], environment, folder => WriteScript(folder, kernel.Source, some),
                folder => IsDone(folder, some));
        }
    }

    private static bool IsDone(string folder, IEnumerable<Board> boards) =>
        boards.All(
            board => SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, "out", board.Name + ".dtb")))
                .AsSpan()
                .SequenceEqual(board.Hash));

    // As kbuild calls them (cmd_dtc), with the dependencies that it needs.
    private static void WriteScript(string folder, string kernel, IEnumerable<Board> boards)
    {
        Directory.CreateDirectory(Path.Combine(folder, "out"));
        var prefixes = Path.Combine(kernel, "scripts/dtc/include-prefixes");
        File.WriteAllLines(Path.Combine(folder, "script"), boards.SelectMany(board => new[]
        {
            $"gcc -E -Wp,-MMD,out/pre.d -nostdinc -I {prefixes} -undef -D__DTS__ -x assembler-with-cpp -o out/pre.tmp "
            + $"{Path.Combine(kernel, board.Source)}",
            $"dtc {(board.HasSymbols ? "-@ " : "")}-o out/{board.Name}.dtb -b 0 "
            + $"-i{Path.GetDirectoryName(Path.Combine(kernel, board.Source))}/ -i{prefixes} "
            + $"{string.Join(' ', Quiet.Select(check => "-Wno-" + check))} -d out/dtc.d out/pre.tmp",
        }));
    }

    private sealed record Board(string Source, string Blob, bool HasSymbols)
    {
        public string Name => Path.GetFileNameWithoutExtension(Source);

        public byte[] Hash { get; } = SHA256.HashData(File.ReadAllBytes(Blob));
    }
}
