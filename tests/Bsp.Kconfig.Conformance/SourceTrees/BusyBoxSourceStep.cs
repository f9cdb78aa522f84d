using Bsp.Build.Sources;
using Bsp.Build.Steps;

namespace Bsp.Kconfig.Conformance.SourceTrees;

/// <summary>
/// Unpacks BusyBox as upstream has it, and has its script write the Config.in files, which are in comments of the C files.
/// </summary>
/// <param name="fetch">Fetches the source package.</param>
internal sealed class BusyBoxSourceStep(FetchStep fetch) : Step("source " + fetch.Source.Name)
{
    public override string Kind => "busybox-source";

    public override IReadOnlyList<Step> Needs => [fetch];

    public override void Describe(InputHasher inputs)
    {
        inputs.Tool("tar", "tar");
        inputs.Tool("sed", "sed");
    }

    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        var name = fetch.Source.Files().Select(file => file.Name).Single(file => file.Contains(".orig.tar.", StringComparison.Ordinal));
        await context.Tools.RunAsync(
            "tar",
            ["--extract", "--no-same-owner", "--no-same-permissions", "--strip-components=1", "--file", Path.Combine(
                context.OutputOf(fetch), name), "--directory", context.Output],
            cancel: cancel).ConfigureAwait(false);
        await context.Tools.RunAsync(
            "sh", ["scripts/gen_build_files.sh", ".", "."], workingDirectory: context.Output, cancel: cancel).ConfigureAwait(false);
    }
}
