using Bsp.Build.Storage;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

partial class Build
{
    const long MaxBytes = 20_000_000_000;
    static readonly TimeSpan MaxAge = TimeSpan.FromDays(14);

    [Parameter("Clean: also trim the store")]
    readonly bool Store;

    [Parameter("Hash everything in the store before it is used, and rebuild what changed")]
    readonly bool VerifyStore;

    Target Clean => _ => _
        .Description("Removes artifacts/ and what was compiled; with --store trims the store too")
        .Before(Check, Generate, Image, Test)
        .Executes(CleanFolders)
        .Executes(TrimStoreAsync);

    async Task TrimStoreAsync()
    {
        if (!Store)
            return;
        var folder = (await SettingsAsync()).CacheFolder;
        var trimmed = CacheTrim.Trim(folder, MaxAge, MaxBytes);
        Log.Information(
            "{Folder}: removed {Entries} entries of {Removed} MB that were not used for {Days} days or beyond {Max} GB; "
            + "the store keeps {Kept} MB",
            folder, trimmed.Entries, trimmed.Bytes / 1_000_000, MaxAge.Days, MaxBytes / 1_000_000_000, trimmed.KeptBytes / 1_000_000);
    }

    void CleanFolders()
    {
        // Not build/: its program is running. build.sh compiles it again when its sources change.
        foreach (var project in new[] { "src", "boards", "generators", "tests" }.SelectMany(Projects))
        {
            Remove(Path.Combine(project, "bin"));
            Remove(Path.Combine(project, "obj"));
        }

        Remove(ArtifactsDirectory);
    }

    static IEnumerable<string> Projects(string folder) =>
        Directory.EnumerateFiles(RootDirectory / folder, "*.csproj", SearchOption.AllDirectories).Select(x => Path.GetDirectoryName(x)!);

    static void Remove(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        Log.Information("removing {Folder}", Path.GetRelativePath(RootDirectory, folder));
        Directory.Delete(folder, recursive: true);
    }
}
