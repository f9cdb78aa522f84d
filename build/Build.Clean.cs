using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

partial class Build
{
    [Parameter("Clean: also trim the store")]
    readonly bool Store;

    Target Clean => _ => _
        .Description("Removes artifacts/ and what was compiled; with --store trims the store too")
        .Before(Check, Generate, Image, Test)
        .Executes(CleanFolders);

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
