using Bsp.Build.Steps;

namespace Bsp.Build.Sources;

/// <summary>Fetches all files of a source: <c>Output/&lt;file name&gt;</c> each, in one folder.</summary>
/// <param name="source">The source from the lock file.</param>
/// <param name="archive">The Debian archive; the machine's when null.</param>
public sealed class FetchStep(LockedSource source, DebianArchive? archive = null) : Step("fetch " + source.Name)
{
    /// <summary>Fetches a source of the lock file.</summary>
    /// <exception cref="BuildFailedException">The lock file has none of that name.</exception>
    public FetchStep(LockFile lockFile, string name)
        : this(lockFile.Find(name))
    {
    }

    /// <summary>What is fetched.</summary>
    public LockedSource Source => source;

    /// <inheritdoc/>
    public override string Kind => "fetch";

    /// <inheritdoc/>
    public override long ExpectedBytes => source.Files().Sum(file => file.Size);

    /// <inheritdoc/>
    public override void Describe(InputHasher inputs)
    {
        foreach (var file in source.Files())
            inputs.Text(file.Name, file.Sha256);
    }

    /// <inheritdoc/>
    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        var downloads = new Downloads(context.Settings.CacheFolder, archive);
        await downloads.EnsureAsync([.. source.Files()], context.Work, context.Tools, context.Report, cancel).ConfigureAwait(false);
        // Hard links: the bytes are in the cache once.
        foreach (var file in source.Files())
        {
            await context.Tools.RunAsync(
                "ln", [downloads.PathOf(file), Path.Combine(context.Output, file.Name)], cancel: cancel).ConfigureAwait(false);
        }
    }
}
