using Bsp.Build.Steps;

namespace Bsp.Build.Sources;

/// <summary>Unpacks a source package of Debian and applies its patches, security fixes among them.</summary>
/// <param name="fetch">Fetches the source package.</param>
public sealed class SourcePackageStep(FetchStep fetch) : Step("source " + fetch.Source.Name)
{
    /// <inheritdoc/>
    public override string Kind => "source-package";

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Needs => [fetch];

    /// <inheritdoc/>
    public override void Describe(InputHasher inputs)
    {
        inputs.Tool("tar", "tar");
        inputs.Tool("patch", "patch");
    }

    /// <inheritdoc/>
    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        context.Report("unpacking");
        await UnpackAsync(context, ".orig.tar.", ["--strip-components=1"], cancel).ConfigureAwait(false);
        await UnpackAsync(context, ".debian.tar.", [], cancel).ConfigureAwait(false);
        var patches = Path.Combine(context.Output, "debian/patches");
        // The series has one patch a line; '#' starts a comment (dpkg-source(1), format 3.0 (quilt)).
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(patches, "series"), cancel).ConfigureAwait(false))
        {
            var patch = line.Split('#')[0].Trim();
            if (patch.Length == 0)
                continue;
            context.Report("patch " + patch);
            // No fuzz: a patch that does not fit exactly may end up in the wrong place.
            await context.Tools.RunAsync(
                "patch",
                [
                    "--strip=1", "--fuzz=0", "--forward", "--batch", "--no-backup-if-mismatch", "--directory", context.Output,
                    "--input", Path.Combine(patches, patch),
                ],
                cancel: cancel).ConfigureAwait(false);
        }
    }

    private async Task UnpackAsync(StepContext context, string part, string[] options, CancellationToken cancel)
    {
        var name = fetch.Source.Files()
            .Select(file => file.Name)
            .Single(file => file.Contains(part, StringComparison.Ordinal) && !file.EndsWith(".asc", StringComparison.Ordinal));
        await context.Tools.RunAsync(
            "tar",
            ["--extract", "--no-same-owner", "--no-same-permissions", .. options, "--file", Path.Combine(
                context.OutputOf(fetch), name), "--directory", context.Output],
            cancel: cancel).ConfigureAwait(false);
    }
}
