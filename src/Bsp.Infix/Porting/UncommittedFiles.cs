using System.Text;
using Bsp.Build;
using Bsp.Infix.Porting.Regions;
using CliWrap;
using CliWrap.Buffered;

namespace Bsp.Infix.Porting;

/// <summary>
/// Files of a checkout with changes that are not committed and that no port has made: a port among them could not be undone on its own.
/// </summary>
internal static class UncommittedFiles
{
    private const int MaximumNamed = 10;

    /// <summary>Asks git.</summary>
    /// <returns>What is wrong, null when nothing is.</returns>
    public static async Task<string?> FaultAsync(Checkout checkout, PortRecord record, CancellationToken cancel)
    {
        // Files that git does not know are none of its changes; those in the way of a port are reported as such.
        string[] arguments =
        [
            "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=no", "--ignore-submodules=all", "--", ".",
        ];
        var (status, error) = await GitAsync(checkout, arguments, cancel).ConfigureAwait(false);
        if (status is null)
            return $"git cannot say what has changed in '{checkout.Folder}', so a port could not be undone: {error}";
        var found = new List<string>();
        foreach (var entry in status.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(x => !x[..2].Contains('D', StringComparison.Ordinal)))
        {
            var path = entry[3..];
            if (path is not (PortManifest.FilePath or PortManifest.PendingPath)
                && !await IsOfPortAsync(checkout, record, path, cancel).ConfigureAwait(false))
                found.Add(path);
        }

        return found.Count == 0
            ? null
            : $"{found.Count} file(s) have uncommitted changes, commit or stash them first: "
                + $"{string.Join(", ", found.Take(MaximumNamed))}{(found.Count > MaximumNamed ? ", …" : "")}";
    }

    private static async Task<bool> IsOfPortAsync(Checkout checkout, PortRecord record, string path, CancellationToken cancel)
    {
        if (record.Find(path) is not null)
            return checkout.Hash(path) is { } hash && record.WasLeft(path, hash);
        var regions = SharedFiles.RegionsOf(path).ToList();
        if (regions.Count == 0)
            return false;

        // Ports have changed their own lines only, since the commit.
        var committed = (await GitAsync(checkout, ["show", "HEAD:./" + path], cancel).ConfigureAwait(false)).Output;
        var committedRecord = (await GitAsync(checkout, ["show", "HEAD:./" + PortManifest.FilePath], cancel).ConfigureAwait(false)).Output;
        if (committed is null || checkout.ReadText(path) is not { } current)
            return false;
        try
        {
            PortManifest[] records =
            [
                .. record.Manifests,
                committedRecord is null ? PortManifest.Empty() : PortManifest.Parse(committedRecord, PortManifest.FilePath),
            ];
            return Rest(committed) == Rest(current);

            string Rest(string text) =>
                regions.Aggregate(text, (rest, region) => region.Region.Without(rest, [.. records.Select(x => x.LinesOf(region.Name))]));
        }
        catch (BuildFailedException)
        {
            // What was committed is no port's, so the change is not either.
            return false;
        }
    }

    private static async Task<(string? Output, string Error)> GitAsync(Checkout checkout, string[] arguments, CancellationToken cancel)
    {
        // A repository's own settings may name a program that watches its files.
        var result = await Cli.Wrap("git").WithArguments(["-C", checkout.Folder, "-c", "core.fsmonitor=false", .. arguments])
            .WithEnvironmentVariables(x => x.Set("GIT_OPTIONAL_LOCKS", "0"))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(Encoding.UTF8, cancel).ConfigureAwait(false);
        return (result.ExitCode == 0 ? result.StandardOutput : null, result.StandardError.Split('\n')[0]);
    }
}
