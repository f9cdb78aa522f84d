using Bsp.Artifacts;
using Bsp.Build.Sources;
using Bsp.Build.Steps;
using Bsp.Firmware.Kconfig;
using Bsp.Kconfig;
using Bsp.Model;

namespace Bsp.Firmware.Kernel;

/// <summary>
/// Compiles a kernel: <c>Output/Image</c> or <c>Output/bzImage</c>, as the architecture names it, and <c>Output/config</c>.
/// </summary>
/// <remarks>
/// The defconfig is the single input of the configuration: every symbol that it does not name is off (allnoconfig), save
/// where Kconfig itself insists. Every request is compared with the final configuration, and one that is not met stops the
/// build with what stands in its way.
/// </remarks>
/// <param name="owner">
/// Whose kernel it is, as people read it: a board, or an architecture; two boards with the same defconfig share a kernel.
/// </param>
/// <param name="architecture">The architecture.</param>
/// <param name="defconfig">The text of the board's <c>linux_defconfig</c>.</param>
/// <param name="optional">Symbols whose requests may go unmet.</param>
/// <param name="source">The source.</param>
public sealed class KernelStep(
    string owner, Architecture architecture, string defconfig, IReadOnlySet<string> optional, KernelSourceStep source)
    : Step("kernel " + owner)
{
    private readonly Compiler _compiler = Compiler.For(architecture);

    /// <inheritdoc/>
    public override string Kind => "kernel";

    /// <inheritdoc/>
    public override long ExpectedBytes => 500_000_000;

    /// <inheritdoc/>
    public override bool UsesAllCores => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Needs => [source];

    /// <summary>The kernel's file name in the output.</summary>
    public string ImageName => architecture.KernelImage;

    /// <summary>The symbols of a board's kernel whose requests may go unmet.</summary>
    public static IReadOnlySet<string> OptionalSymbols(Board board, Distribution distribution) =>
        KernelConfig.For(board, distribution).Requests
            .Where(merged => merged.Request.Optional)
            .Select(merged => merged.Request.Symbol.Value)
            .ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override void Describe(InputHasher inputs)
    {
        // Comments do not count: a new reason compiles nothing.
        var requested = Request.Parse(defconfig, ArtifactNames.LinuxDefconfig).OrderBy(request => request.Symbol, StringComparer.Ordinal);
        inputs.Text("defconfig", string.Concat(requested.Select(request => request.Symbol + "=" + request.Value + "\n")));
        inputs.Text("optional", string.Join(' ', optional.Order(StringComparer.Ordinal)));
        inputs.Text("architecture", architecture.KernelArch + " " + architecture.KernelImage);
        // Changes with what this step does: 2 configures with Bsp.Kconfig, 3 has the compiler answer Kconfig as it does without ccache.
        inputs.Text("steps", "3");
        KernelBuild.DescribeDialect(inputs, source);
        _compiler.Describe(inputs);
        foreach (var (program, package) in KernelBuild.ConfigurationTools.Append(("bc", "bc")).Append(("zstd", "zstd")))
            inputs.Tool(program, package);
    }

    /// <inheritdoc/>
    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        var build = await KernelBuild.PrepareAsync(context, source, architecture, _compiler, cancel).ConfigureAwait(false);
        context.Report("configuring");
        var kconfig = await build.ReadKconfigAsync(cancel).ConfigureAwait(false);
        var configuration = kconfig.AllNo(defconfig, ArtifactNames.LinuxDefconfig);
        foreach (var message in kconfig.Messages)
            context.Tools.Note(message.ToString());
        new RequestedConfiguration("the kernel", configuration, optional).Require(defconfig, ArtifactNames.LinuxDefconfig, context.Tools);
        await kconfig.WriteAsync(configuration, cancel).ConfigureAwait(false);
        await build.CompileAsync(cancel).ConfigureAwait(false);

        File.Copy(build.ImagePath, Path.Combine(context.Output, architecture.KernelImage));
        File.Copy(build.ConfigPath, Path.Combine(context.Output, "config"));
    }
}
