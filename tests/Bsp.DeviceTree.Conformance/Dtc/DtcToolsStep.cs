using System.Globalization;
using Bsp.Build.Sources;
using Bsp.Build.Steps;

namespace Bsp.DeviceTree.Conformance.Dtc;

/// <summary>Builds dtc, its companions, and what their test-suite is made of: the folder of their source, built.</summary>
/// <param name="fetch">Fetches the source.</param>
internal sealed class DtcToolsStep(FetchStep fetch) : Step(fetch.Source.Name)
{
    /// <inheritdoc/>
    public override string Kind => "dtc";

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Needs => [fetch];

    /// <inheritdoc/>
    public override void Describe(InputHasher inputs)
    {
        foreach (var (program, package) in new[]
        {
            ("gcc", "gcc"), ("make", "make"), ("bison", "bison"), ("flex", "flex"), ("pkg-config", "pkg-config"),
            ("libyaml", "libyaml-dev"), ("tar", "tar"),
        })
            inputs.Tool(program, package);
    }

    /// <inheritdoc/>
    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        var tarball = Path.Combine(context.OutputOf(fetch), fetch.Source.Files().Single().Name);
        await context.Tools.RunAsync(
            "tar",
            [
                "--extract", "--no-same-owner", "--no-same-permissions", "--strip-components=1", "--file", tarball,
                "--directory", context.Output,
            ],
            cancel: cancel).ConfigureAwait(false);
        context.Report("compiling");
        await context.Tools.RunAsync(
            "make",
            ["-C", context.Output, "NO_PYTHON=1", "NO_YAML=0", "-j" + context.Jobs.ToString(CultureInfo.InvariantCulture), "all", "tests"],
            cancel: cancel).ConfigureAwait(false);
    }
}
