using Bsp.Build.Progress;
using Bsp.Build.Sources;

namespace Bsp.DeviceTree.Conformance;

/// <summary>A kernel's source, and the blobs that its own build makes for an architecture.</summary>
/// <param name="Source">The folder of the source.</param>
/// <param name="Blobs">The folder of the blobs, each with its <c>.cmd</c> file.</param>
internal sealed record KernelBlobs(string Source, string Blobs)
{
    /// <summary>Has them made, or takes them from the store.</summary>
    /// <param name="tree">The kernel's name in the lock file.</param>
    /// <param name="architecture">The kernel's name of the architecture.</param>
    /// <param name="console">Shows how the kernel's build goes on.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<KernelBlobs> MakeAsync(string tree, string architecture, IBuildConsole console, CancellationToken cancel)
    {
        var source = new KernelSourceStep(new FetchStep(Steps.Sources, tree));
        var blobs = new DtbsStep(architecture, architecture == "arm64" ? "aarch64-linux-gnu-" : "", source);
        var built = await Steps.RunAsync([source, blobs], console, cancel).ConfigureAwait(false);
        return new(built[source], built[blobs]);
    }
}
