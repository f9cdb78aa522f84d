using Bsp.DeviceTrees;

namespace Bsp.Cli.DeviceTrees;

/// <summary>Reads the tree of a board: a blob, or a source as a kernel's build compiles it.</summary>
internal static class BoardTree
{
    /// <summary>Reads a tree.</summary>
    /// <param name="host">The process.</param>
    /// <param name="path">A blob or a source.</param>
    /// <param name="includes">Folders for included files, before those of the kernel that the source is in.</param>
    public static DeviceTree Read(CliHost host, string path, IReadOnlyList<string> includes)
    {
        var place = host.Absolute(path);
        if (!File.Exists(place))
            throw new CliException($"there is no file '{path}'");
        if (Path.GetExtension(path) is ".dts" or ".dtso")
            return Compile(host, path, [.. includes, .. PrefixesOf(place)]);
        try
        {
            return BlobReader.Read(File.ReadAllBytes(place));
        }
        catch (FormatException exception)
        {
            throw new CliException($"'{path}': {exception.Message}");
        }
    }

    private static DeviceTree Compile(CliHost host, string path, IReadOnlyList<string> folders)
    {
        var options = new CompilerOptions { IncludeFolders = folders, Preprocessor = new() { IncludeFolders = folders } };
        var compiled = DeviceTreeCompiler.Compile(path, new(new DiskSourceFiles(host.CurrentDirectory)), options);
        if (compiled.Tree is { } tree)
            return tree;
        foreach (var message in compiled.Messages.Where(message => message.Severity == SourceSeverity.Error))
            host.Error.Write(message + "\n");
        throw new CliException($"'{path}' cannot be compiled");
    }

    private static IEnumerable<string> PrefixesOf(string place)
    {
        for (var folder = Path.GetDirectoryName(place); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var prefixes = Path.Combine(folder, "scripts", "dtc", "include-prefixes");
            if (Directory.Exists(prefixes))
                return [prefixes];
        }

        return [];
    }
}
