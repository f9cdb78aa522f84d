using Bsp.Build.Progress;
using Bsp.Build.Sources;
using Bsp.DeviceTree.Conformance;
using Bsp.DeviceTrees.Bindings;
using Bsp.Firmware.Kernel;

namespace Bsp.Benchmarks.Bindings;

/// <summary>Who takes part: bsp, and Debian's dt-schema.</summary>
internal static class BindingsContest
{
    /// <summary>The name of bsp.</summary>
    public const string Own = "bsp";

    /// <summary>The name of the other.</summary>
    public const string Rival = "dt-schema";

    /// <summary>The bindings prepared.</summary>
    public static string Preparation { get; } = "preparing the bindings of " + Kernels.Older;

    /// <summary>A board checked against them.</summary>
    public const string Validation = "rk3399-rock-pi-4b against them";

    /// <summary>Every board of arm64 checked against its kernel's bindings, in one process.</summary>
    public static string All { get; } = "all boards of arm64 against the bindings of " + Kernels.Newer;

    /// <summary>Some boards checked in one process.</summary>
    public static string Sample { get; } = $"{SampleSize} boards of arm64 against the bindings of {Kernels.Older}";

    private const int SampleSize = 40;

    private const string Blob = "arch/arm64/boot/dts/rockchip/rk3399-rock-pi-4b.dtb";

    /// <summary>The contestants.</summary>
    /// <param name="console">Shows how the kernel's build goes on.</param>
    /// <param name="bsp">The program.</param>
    /// <param name="work">A folder for what is prepared.</param>
    public static async Task<IReadOnlyList<Contestant>> LoadAsync(IBuildConsole console, string bsp, string work)
    {
        var kernel = await KernelBlobs.MakeAsync(Kernels.Older, "arm64", console, default).ConfigureAwait(false);
        var bindings = Path.Combine(kernel.Source, "Documentation/devicetree/bindings");
        var board = Path.Combine(kernel.Blobs, Blob);
        var environment = new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin" };
        var (own, rival) = (Path.Combine(work, "bindings.bin"), Path.Combine(work, "bindings.json"));
        Tools.Run(bsp, ["dt", "bindings", bindings, "-o", own], work, environment);
        Tools.Run("/usr/bin/dt-mk-schema", ["-j", "-o", rival, bindings], work, environment);
        return
        [
            new(Own, Preparation, bsp, ["dt", "bindings", bindings, "-o", "made"], environment, _ => { }, IsMade),
            new(Rival, Preparation, "/usr/bin/dt-mk-schema", ["-j", "-o", "made", bindings], environment, _ => { }, IsMade),
            // Both find something in the board; only bsp says so with its status.
            new(
                Own, Validation, "/bin/sh", ["-c", "\"$0\" \"$@\"; test $? -le 1", bsp, "dt", "validate", board, "--bindings", own, "-m"],
                environment, _ => { }, _ => true),
            new(Rival, Validation, "/usr/bin/dt-validate", ["-m", "-s", rival, board], environment, _ => { }, _ => true),
        ];
    }

    /// <summary>Those that check many boards, each of which takes dt-schema minutes.</summary>
    /// <param name="console">Shows how the kernels' builds go on.</param>
    /// <param name="bsp">The program.</param>
    /// <param name="work">The folder with what was prepared.</param>
    public static async Task<IReadOnlyList<Contestant>> LoadManyAsync(IBuildConsole console, string bsp, string work)
    {
        var environment = new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin" };
        var older = Boards(await KernelBlobs.MakeAsync(Kernels.Older, "arm64", console, default).ConfigureAwait(false));
        var newer = await KernelBlobs.MakeAsync(Kernels.Newer, "arm64", console, default).ConfigureAwait(false);
        var schemas = new PackagesStep(new FetchStep(Steps.Sources, "dt-schema-" + SchemaRules.All[^1].Version));
        var core = BindingsStep.SchemasIn((await Steps.RunAsync([schemas], console, default).ConfigureAwait(false))[schemas]);
        var prepared = Path.Combine(work, "newer.bin");
        Tools.Run(
            bsp, ["dt", "bindings", Path.Combine(newer.Source, "Documentation/devicetree/bindings"), "--schemas", core, "-o", prepared],
            work, environment);
        // Of each vendor some, as they lie in folders by vendor.
        var sample = older.Where((_, i) => i % (older.Count / SampleSize) == 0).Take(SampleSize).ToList();
        return
        [
            Check(All, prepared, Boards(newer)),
            Check(Sample, Path.Combine(work, "bindings.bin"), sample),
            new(
                Rival, Sample, "/usr/bin/dt-validate", ["-m", "-s", Path.Combine(work, "bindings.json"), .. sample], environment, _ => { },
                _ => true),
        ];

        Contestant Check(string what, string bindings, IReadOnlyList<string> boards) => new(
            Own, what, "/bin/sh",
            ["-c", "\"$0\" \"$@\" > found; test $? -le 1", bsp, "dt", "validate", .. boards, "--bindings", bindings, "-m"], environment,
            _ => { }, folder => new FileInfo(Path.Combine(folder, "found")).Length > 0);
    }

    private static List<string> Boards(KernelBlobs kernel) =>
        [.. Directory.EnumerateFiles(kernel.Blobs, "*.dtb", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static bool IsMade(string folder) => new FileInfo(Path.Combine(folder, "made")).Length > 1_000_000;
}
