using Bsp.Build.Progress;
using Bsp.DeviceTree.Conformance;

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

    private static bool IsMade(string folder) => new FileInfo(Path.Combine(folder, "made")).Length > 1_000_000;
}
