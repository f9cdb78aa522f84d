using Bsp.Build.Steps;

namespace Bsp.Build.Sources;

/// <summary>
/// Unpacks the kernel's source from Debian's <c>linux-source-*</c> package: the tree itself, with Debian's patches applied.
/// </summary>
/// <param name="fetch">Fetches the package.</param>
public sealed class KernelSourceStep(FetchStep fetch) : Step("source " + fetch.Source.Name)
{
    /// <inheritdoc/>
    public override string Kind => "kernel-source";

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Needs => [fetch];

    /// <inheritdoc/>
    public override long ExpectedBytes => 1_900_000_000;

    /// <summary>The version of the package, such as <c>6.12.95-1~bpo12+1</c>: the source's name need not have one.</summary>
    public string Version => fetch.Source.Packages.Single().Version;

    /// <inheritdoc/>
    public override void Describe(InputHasher inputs)
    {
        inputs.Tool("dpkg-deb", "dpkg");
        inputs.Tool("tar", "tar");
        inputs.Tool("xz", "xz-utils");
    }

    /// <inheritdoc/>
    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        var package = Path.Combine(context.OutputOf(fetch), fetch.Source.Files().Single().Name);
        context.Report("unpacking the package");
        await context.Tools.RunAsync("dpkg-deb", ["--extract", package, context.Work], cancel: cancel).ConfigureAwait(false);
        var tarball = Directory.GetFiles(Path.Combine(context.Work, "usr/src"), "linux-source-*.tar.xz").Single();
        context.Report("unpacking the tree");
        // Owner and modes as an ordinary user would get them, whoever builds.
        await context.Tools.RunAsync(
            "tar",
            [
                "--extract", "--xz", "--no-same-owner", "--no-same-permissions", "--strip-components=1", "--file", tarball,
                "--directory", context.Output,
            ],
            cancel: cancel).ConfigureAwait(false);
    }
}
