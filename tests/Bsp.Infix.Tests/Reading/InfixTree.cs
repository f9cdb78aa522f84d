namespace Bsp.Infix.Tests.Reading;

/// <summary>A folder with the paths of an Infix checkout: a board's generated files, or the whole of Infix.</summary>
internal sealed class InfixTree(string root)
{
    /// <summary>The text of a file; null where there is none.</summary>
    public string? Read(string path)
    {
        var file = Path.Combine(root, path);
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    /// <summary>The paths of all files and symbolic links below a folder, relative to it and in order.</summary>
    public IReadOnlyList<string> Files(string folder)
    {
        var top = Path.Combine(root, folder);
        return Directory.Exists(top)
            ? [.. Below(new DirectoryInfo(top)).Select(path => Path.GetRelativePath(top, path)).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>Where a symbolic link leads; null for anything else.</summary>
    public string? LinkTarget(string path) => new FileInfo(Path.Combine(root, path)).LinkTarget;

    private static IEnumerable<string> Below(DirectoryInfo folder) => folder.EnumerateFileSystemInfos().SelectMany(item =>
        item is DirectoryInfo { LinkTarget: null } inner ? Below(inner) : [item.FullName]);
}
