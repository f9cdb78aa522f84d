using Bsp.Build.Sources;
using Bsp.Build.Steps;
using Bsp.Kconfig;
using Bsp.Model;

namespace Bsp.Firmware.Kernel;

/// <summary>
/// Writes down what a kernel's Kconfig files say for one architecture and its compiler: <c>Output/kconfig.snapshot</c>, for editors.
/// </summary>
/// <param name="architecture">The architecture.</param>
/// <param name="source">The source.</param>
public sealed class KconfigSnapshotStep(Architecture architecture, KernelSourceStep source) : Step("kconfig " + architecture.KernelArch)
{
    /// <summary>The snapshot's name in the output.</summary>
    public const string FileName = "kconfig.snapshot";

    private readonly Compiler _compiler = Compiler.For(architecture);

    /// <inheritdoc/>
    public override string Kind => "kconfig";

    /// <inheritdoc/>
    public override long ExpectedBytes => 50_000_000;

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Needs => [source];

    /// <inheritdoc/>
    public override void Describe(InputHasher inputs)
    {
        inputs.Text("architecture", architecture.KernelArch + " " + architecture.KernelImage);
        inputs.Number("format", SnapshotWriter.FormatVersion);
        // Changes with what this step, or the reading of Kconfig files, does.
        inputs.Text("steps", "1");
        KernelBuild.DescribeDialect(inputs, source);
        _compiler.Describe(inputs);
        foreach (var (program, package) in KernelBuild.ConfigurationTools)
            inputs.Tool(program, package);
    }

    /// <inheritdoc/>
    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        var build = await KernelBuild.PrepareAsync(context, source, architecture, _compiler, cancel).ConfigureAwait(false);
        context.Report("reading the Kconfig files");
        var kconfig = await build.ReadKconfigAsync(cancel).ConfigureAwait(false);
        await File.WriteAllTextAsync(Path.Combine(context.Output, FileName), kconfig.Snapshot(), cancel).ConfigureAwait(false);
    }
}
