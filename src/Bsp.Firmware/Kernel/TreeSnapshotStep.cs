using Bsp.Build;
using Bsp.Build.Sources;
using Bsp.Build.Steps;
using Bsp.DeviceTrees;
using Bsp.Model;

namespace Bsp.Firmware.Kernel;

/// <summary>Writes down a device tree of a kernel that boards extend: <c>Output/tree.snapshot</c>, for editors.</summary>
/// <param name="architecture">The architecture.</param>
/// <param name="path">The tree's path below the architecture's folder.</param>
/// <param name="source">The source.</param>
public sealed class TreeSnapshotStep(Architecture architecture, string path, KernelSourceStep source) : Step("tree " + path)
{
    /// <summary>The snapshot's name in the output.</summary>
    public const string FileName = "tree.snapshot";

    /// <summary>The tree's path below the architecture's folder.</summary>
    public string Path => path;

    /// <inheritdoc/>
    public override string Kind => "tree-snapshot";

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Needs => [source];

    /// <summary>The folders in which trees of a kernel look for what they include.</summary>
    /// <param name="sources">The kernel's source.</param>
    /// <param name="architecture">The architecture.</param>
    public static string[] Folders(string sources, Architecture architecture) =>
        [System.IO.Path.Combine(
            sources, "arch", architecture.KernelArch, "boot/dts"), System.IO.Path.Combine(sources, "include"),
            System.IO.Path.Combine(sources, "scripts/dtc/include-prefixes")];

    /// <inheritdoc/>
    public override void Describe(InputHasher inputs)
    {
        inputs.Text("tree", architecture.KernelArch + " " + path);
        // Changes with what this step, or the compiler, makes of the same source.
        inputs.Text("steps", "2");
    }

    /// <inheritdoc/>
    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        var folders = Folders(context.OutputOf(source), architecture);
        var (snapshot, messages) = TreeSnapshot.Of(System.IO.Path.Combine(folders[0], path), new(new DiskSourceFiles("/")), folders);
        if (snapshot is null)
        {
            throw new BuildFailedException(
                $"the kernel's device tree '{path}' has errors: "
                + $"{messages.FirstOrDefault(message => message.Severity == SourceSeverity.Error)}");
        }

        await File.WriteAllTextAsync(System.IO.Path.Combine(context.Output, FileName), snapshot, cancel).ConfigureAwait(false);
    }
}
