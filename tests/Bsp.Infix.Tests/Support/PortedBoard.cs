using Bsp.Infix.Tests.Reading;

namespace Bsp.Infix.Tests.Support;

/// <summary>What a port writes for a board: its generated files, its links, and the files that it keeps.</summary>
internal sealed class PortedBoard : IDisposable
{
    private readonly TempFolder _folder = new();

    public PortedBoard(string board)
    {
        foreach (var (path, file) in Below(board, "tree"))
            _folder.Write(path, File.ReadAllText(file));
        foreach (var (path, file) in Below(board, "kept"))
            _folder.Write(path, File.ReadAllText(Path.Combine(TestPaths.FolderOf(board), File.ReadAllText(file).TrimEnd('\n'))));
        foreach (var (path, file) in Below(board, "links"))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
            File.CreateSymbolicLink(_folder[path], File.ReadAllText(file).TrimEnd('\n'));
        }
    }

    /// <summary>The files, with the paths of an Infix checkout.</summary>
    public InfixTree Tree => new(Folder);

    /// <summary>Where they are.</summary>
    public string Folder => _folder.Path;

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<(string Path, string File)> Below(string board, string kind)
    {
        var folder = Path.Combine(TestPaths.GeneratedOf(board), kind);
        return Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => (Path.GetRelativePath(folder, file), file))
            : [];
    }
}
