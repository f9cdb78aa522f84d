using Bsp.DeviceTrees.Bindings;
using Bsp.Firmware.Sources;
using Bsp.Firmware.Steps;
using Bsp.Kconfig;

namespace Bsp.Firmware.Kernel;

/// <summary>Unpacks the kernel's source from Debian's <c>linux-source-*</c> package: the tree itself, with Debian's patches applied.</summary>
/// <param name="fetch">Fetches the package.</param>
public sealed class KernelSourceStep(FetchStep fetch) : Step("source " + fetch.Source.Name)
{
    /// <inheritdoc/>
    public override string Kind => "kernel-source";

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Needs => [fetch];

    /// <inheritdoc/>
    public override long ExpectedBytes => 1_900_000_000;

    /// <summary>What the kernel's Kconfig files may contain.</summary>
    /// <exception cref="BuildFailedException">The version of the package is not that of a kernel.</exception>
    public KconfigDialect Dialect => OfVersion(KconfigDialect.ForLinux);

    /// <summary>The rules that the kernel's bindings are written for.</summary>
    /// <exception cref="BuildFailedException">The version of the package is not that of a kernel.</exception>
    public SchemaRules SchemaRules => OfVersion(SchemaRules.ForLinux);

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
            "tar", ["--extract", "--xz", "--no-same-owner", "--no-same-permissions", "--strip-components=1", "--file", tarball, "--directory", context.Output],
            cancel: cancel).ConfigureAwait(false);
    }

    // The package's version, such as 6.12.95-1~bpo12+1: the source's name need not have one.
    private T OfVersion<T>(Func<string, T> rule)
    {
        try
        {
            return rule(fetch.Source.Packages.Single().Version);
        }
        catch (FormatException exception)
        {
            throw new BuildFailedException($"the kernel's source '{fetch.Source.Name}': {exception.Message}");
        }
    }
}
