using Bsp.Build;
using Bsp.Firmware.Userland;

namespace Bsp.Firmware.Images;

/// <summary>The root filesystem as a folder, while it is put together. Modes are set here and depend on nothing else.</summary>
internal sealed class RootTree
{
    private const UnixFileMode
        Plain = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
        AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute,
        Program = Plain | AnyExecute;

    // Git keeps nothing of a mode but the execute bit; these hold secrets.
    private static readonly string[] Secret = ["/etc/shadow", "/etc/gshadow"];

    private readonly string _root;

    public RootTree(string folder)
    {
        _root = folder;
        Directory.CreateDirectory(folder);
        File.SetUnixFileMode(folder, Program);
    }

    /// <summary>Where a path of the root filesystem lies on this machine.</summary>
    public string HostPath(string path) => _root + RootLayout.Canonical(path);

    /// <summary>Whether there is a file or link.</summary>
    public bool Has(string path) => File.Exists(HostPath(path)) || new FileInfo(HostPath(path)).LinkTarget is not null;

    /// <summary>Makes a folder and those above it.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="mode">Its mode; that of one that is there stays.</param>
    public void AddFolder(string path, UnixFileMode mode = Program)
    {
        var hostPath = HostPath(path);
        if (Directory.Exists(hostPath))
            return;
        AddFolder(Path.GetDirectoryName(RootLayout.Canonical(path))!);
        Directory.CreateDirectory(hostPath);
        File.SetUnixFileMode(hostPath, mode);
    }

    /// <summary>Writes text, in place of what is there.</summary>
    public void AddText(string path, string text)
    {
        File.WriteAllText(PrepareFile(path), text);
        File.SetUnixFileMode(HostPath(path), ModeOf(path, Plain));
    }

    /// <summary>Copies a file, in place of what is there; executable when the source is.</summary>
    public void AddFile(string path, string source)
    {
        File.Copy(source, PrepareFile(path));
        var mode = (File.GetUnixFileMode(source) & AnyExecute) == 0 ? Plain : Program;
        File.SetUnixFileMode(HostPath(path), ModeOf(path, mode));
    }

    /// <summary>Makes a link, in place of what is there.</summary>
    /// <param name="path">The link's own path, not followed.</param>
    /// <param name="text">What the link says.</param>
    public void AddLink(string path, string text) => File.CreateSymbolicLink(PrepareFile(path), text);

    /// <summary>Lays a folder over the tree.</summary>
    public void AddOverlay(string folder)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos(
            "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }))
        {
            var path = "/" + Path.GetRelativePath(folder, entry.FullName);
            if (entry.LinkTarget is { } text)
                AddLink(path, text);
            else if (entry is DirectoryInfo)
                AddFolder(path);
            else if (entry.Name != ".gitkeep")
                AddFile(path, entry.FullName);
        }
    }

    private static UnixFileMode ModeOf(string path, UnixFileMode otherwise) =>
        Secret.Contains(RootLayout.Canonical(path)) ? UnixFileMode.UserRead | UnixFileMode.UserWrite : otherwise;

    private string PrepareFile(string path)
    {
        AddFolder(Path.GetDirectoryName(RootLayout.Canonical(path))!);
        var hostPath = HostPath(path);
        if (Directory.Exists(hostPath) && new DirectoryInfo(hostPath).LinkTarget is null)
            throw new BuildFailedException($"'{path}' is to be a file or link of the root filesystem, but is a folder there already");
        File.Delete(hostPath);
        return hostPath;
    }
}
