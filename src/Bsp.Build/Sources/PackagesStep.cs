using System.Globalization;
using Bsp.Build.Steps;

namespace Bsp.Build.Sources;

/// <summary>
/// Unpacks the pinned packages, each into a folder of its own: <c>Output/&lt;package&gt;/</c>. No maintainer script runs.
/// </summary>
/// <param name="packages">The fetched packages.</param>
public sealed class PackagesStep(FetchStep packages) : Step("unpack " + packages.Source.Name)
{
    /// <inheritdoc/>
    public override string Kind => "packages";

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Needs => [packages];

    /// <inheritdoc/>
    public override void Describe(InputHasher inputs) => inputs.Number("layout", 1);

    /// <inheritdoc/>
    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        var folder = context.OutputOf(packages);
        var all = packages.Source.Packages.Where(package => package.Kind == PackageKind.Deb).ToList();
        var done = 0;
        await Parallel.ForEachAsync(
            all, new ParallelOptions { MaxDegreeOfParallelism = context.Jobs, CancellationToken = cancel }, async (package, stop) =>
            {
                var target = Path.Combine(context.Output, package.Package);
                foreach (var file in package.Files)
                {
                    await context.Tools.RunAsync(
                        "dpkg-deb", ["--extract", Path.Combine(folder, file.Name), target], cancel: stop).ConfigureAwait(false);
                }

                context.Report(
                    string.Create(CultureInfo.InvariantCulture, $"unpacked {Interlocked.Increment(ref done)} of {all.Count} packages"));
            }).ConfigureAwait(false);
    }
}
