using System.Globalization;
using Bsp.Build.Processes;
using Bsp.Build.Steps;

namespace Bsp.Build.Sources;

/// <summary>The downloaded files, each under its own SHA-256: <c>downloads/&lt;sha256&gt;</c> in the cache.</summary>
/// <remarks>Files come through apt's own downloader, so that proxies, credentials and mirrors of the machine hold.</remarks>
public sealed class Downloads
{
    private const int Attempts = 2;
    private const string Downloader = "/usr/lib/apt/apt-helper";
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(500);

    private readonly string _folder;
    private readonly DebianArchive? _archive;

    /// <summary>Opens or makes the folder.</summary>
    /// <param name="cacheFolder">The cache folder.</param>
    /// <param name="archive">The Debian archive; the machine's when null.</param>
    public Downloads(string cacheFolder, DebianArchive? archive = null)
    {
        _folder = Path.Combine(cacheFolder, "downloads");
        _archive = archive;
        Directory.CreateDirectory(_folder);
    }

    /// <summary>The folder with the files.</summary>
    public string Folder => _folder;

    /// <summary>Where a file is, or will be.</summary>
    public string PathOf(LockedFile file) => Path.Combine(_folder, file.Sha256);

    /// <summary>Sees that all files are there, whole and right. With all of them in the cache nothing is asked of the network.</summary>
    /// <param name="files">The files.</param>
    /// <param name="work">Scratch space on the same file system, for what is not whole yet.</param>
    /// <param name="tools">Runs apt.</param>
    /// <param name="report">Called with the number of bytes received so far.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="BuildFailedException">A file could not be had, or is not the pinned one.</exception>
    public async Task EnsureAsync(
        IReadOnlyList<LockedFile> files, string work, Tools tools, Action<string> report, CancellationToken cancel)
    {
        var missing = files.Where(file => !IsDownloaded(file)).DistinctBy(file => file.Sha256).ToList();
        for (var attempt = 1; missing.Count > 0; attempt++)
        {
            var failure = await FetchAsync(missing, work, tools, report, cancel).ConfigureAwait(false);
            missing = [.. missing.Where(file => !IsDownloaded(file))];
            if (missing.Count > 0 && (attempt == Attempts || failure is null))
                throw new BuildFailedException(Explain(missing, failure));
        }
    }

    private bool IsDownloaded(LockedFile file)
    {
        var path = PathOf(file);
        if (!File.Exists(path))
            return false;
        if (new FileInfo(path).Length == file.Size && FileHashes.Of(path) == file.Sha256)
        {
            // Its time says when it was used last, for trimming.
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            return true;
        }

        // It was right when it came: the disk or somebody changed it. It is fetched again.
        File.Delete(path);
        return false;
    }

    private async Task<ToolFailedException?> FetchAsync(
        List<LockedFile> files, string work, Tools tools, Action<string> report, CancellationToken cancel)
    {
        var archive = _archive
            ?? (files.Exists(file => file.Path is not null)
                ? await DebianArchive.OfHostAsync(tools, cancel).ConfigureAwait(false)
                : null);
        var partial = Directory.CreateDirectory(Path.Combine(work, "partial"));
        try
        {
            List<string> arguments =
            [
                "-o", "APT::Sandbox::User=root", "-o", "Acquire::Retries=3", "-o", "Acquire::http::Timeout=30", "-o",
                "Acquire::https::Timeout=30",
                "download-file",
            ];
            foreach (var file in files)
                arguments.AddRange([file.Url ?? archive!.Address(file.Path!), Path.Combine(partial.FullName, file.Sha256)]);
            var failure = await RunAsync(arguments, files, partial, tools, report, cancel).ConfigureAwait(false);
            foreach (var file in files)
                Accept(file, Path.Combine(partial.FullName, file.Sha256), complete: failure is null);
            return failure;
        }
        finally
        {
            partial.Delete(recursive: true);
        }
    }

    private static async Task<ToolFailedException?> RunAsync(
        List<string> arguments, List<LockedFile> files, DirectoryInfo partial, Tools tools, Action<string> report, CancellationToken cancel)
    {
        var total = files.Sum(file => file.Size);
        using var done = new CancellationTokenSource();
        var progress = Task.Run(
            async () =>
            {
                while (!done.IsCancellationRequested)
                {
                    report($"downloaded {Megabytes(partial.EnumerateFiles().Sum(file => file.Length))} of {Megabytes(total)} MB");
                    await Task.Delay(ProgressInterval, done.Token).ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
                }
            },
            CancellationToken.None);
        try
        {
            await tools.RunAsync(Downloader, arguments, environment: ToolEnvironment.Proxies, cancel: cancel).ConfigureAwait(false);
            return null;
        }
        catch (ToolFailedException exception)
        {
            return exception;
        }
        finally
        {
            await done.CancelAsync().ConfigureAwait(false);
            await progress.ConfigureAwait(false);
        }
    }

    private void Accept(LockedFile file, string path, bool complete)
    {
        if (!File.Exists(path))
            return;
        var size = new FileInfo(path).Length;
        var hash = FileHashes.Compute(path);
        if (size == file.Size && hash == file.Sha256)
        {
            File.Move(path, PathOf(file), overwrite: true);
        }
        else if (complete)
        {
            throw new BuildFailedException(
                $"'{file.Name}' is not the pinned file: expected {file.Size} bytes with sha256 {file.Sha256}, "
                + $"got {size} bytes with sha256 {hash}; "
                + "the mirror has another file or the transfer was changed on the way: try again, and if it stays, "
                + "compare with another mirror before './build.sh Lock'");
        }
    }

    private static string Explain(List<LockedFile> missing, ToolFailedException? failure)
    {
        var names = string.Join(", ", missing.Take(3).Select(file => file.Name))
            + (missing.Count > 3 ? $" and {missing.Count - 3} more" : "");
        var reasons =
            failure?.LastLines.Where(
                line => line.StartsWith("E:", StringComparison.Ordinal) && !line.Contains("Download Failed", StringComparison.Ordinal))
                .Distinct()
                .Take(3)
                .ToList()
                ?? [];
        var advice = reasons.Exists(reason => reason.Contains("404", StringComparison.Ordinal))
            ? "the archive no longer has this version: refresh the pins with './build.sh Lock', or copy the file into the cache"
            : "check the network and apt's sources (apt-get update must work); what is in the cache needs no network";
        return $"could not download {names}:{string.Concat(reasons.Select(reason => "\n  " + reason[2..].Trim()))}\n{advice}";
    }

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString(bytes < 10_000_000 ? "F1" : "F0", CultureInfo.InvariantCulture);
}
