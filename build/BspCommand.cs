using Bsp.Build;

/// <summary>The command bsp as one file of native code: a .NET runtime's start would take longer than its work.</summary>
static class BspCommand
{
    const string Project = "src/Bsp.Cli/Bsp.Cli.csproj";

    /// <summary>Publishes it.</summary>
    /// <returns>The path of the program.</returns>
    public static async Task<string> PublishAsync(string root, string folder, CancellationToken cancel)
    {
        // What an earlier publish left would be taken for this one's.
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        await DotNet.RunAsync(root, ["publish", Project, "-c", "Release", "-p:BspNative=true", "-o", folder], cancel);
        var program = Path.Combine(folder, "bsp");
        return File.Exists(program) ? program : throw new BuildFailedException($"'{Project}' was published, but there is no '{program}'");
    }
}
