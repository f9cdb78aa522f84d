using System.Security.Cryptography;
using System.Text;
using Bsp.Build;

namespace Bsp.Infix.Porting;

/// <summary>
/// A checkout of Infix. Its files are reached by paths relative to it, and never through a symbolic link; where a link itself is
/// meant, the member says so.
/// </summary>
internal sealed class Checkout
{
    private const string Description = "external.desc";

    // One for all files: what a killed port leaves of it, the next one overwrites.
    private const string Temporary = "board/.bsp-port.tmp";
    private const UnixFileMode Plain = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly string[] Marks =
    [
        Description, "Config.in", "external.mk", "board/Config.in", "board/common/Config.in", "configs",
    ];

    private Checkout(string folder) => Folder = folder;

    /// <summary>Where it is.</summary>
    public string Folder { get; }

    /// <summary>Opens a checkout.</summary>
    /// <exception cref="BuildFailedException">
    /// The folder is none: an Infix tree is a Buildroot external of the name INFIX with boards.
    /// </exception>
    /// <param name="folder">Its folder.</param>
    /// <param name="option">The option that names it, for messages.</param>
    public static Checkout Open(string folder, string option = "--to")
    {
        var full = Path.GetFullPath(folder);
        if (!Directory.Exists(full))
            throw new BuildFailedException($"there is no folder '{full}'; give {option} the folder of an Infix checkout");
        if (Array.Find(Marks, x => !Path.Exists(Path.Combine(full, x))) is { } missing)
        {
            throw new BuildFailedException(
                $"'{full}' is not an Infix checkout: it has no '{missing}'; give {option} the folder that has Infix's {Description}");
        }

        var checkout = new Checkout(full);
        return checkout.ReadText(Description)!.Split('\n').Any(x => x.Split(':') is ["name", var name] && name.Trim() == "INFIX")
            ? checkout
            : throw new BuildFailedException($"'{full}' is not an Infix checkout: its {Description} has no line 'name: INFIX'");
    }

    /// <summary>A text file's content, null when there is no such file.</summary>
    /// <exception cref="BuildFailedException">It is no file, or no UTF-8.</exception>
    public string? ReadText(string path)
    {
        var file = Locate(path);
        try
        {
            return file.Exists ? Strict.GetString(File.ReadAllBytes(file.FullName)) : null;
        }
        catch (DecoderFallbackException exception)
        {
            throw new BuildFailedException($"'{path}' of the checkout is not UTF-8 text", exception);
        }
    }

    /// <summary>A file or link for people to read, null when there is neither.</summary>
    public PortContent? ReadForDiff(string path)
    {
        var file = Locate(path, isLinkMeant: true);
        if (file.LinkTarget is { } target)
            return new(target, IsLink: true);
        return file.Exists ? new(Encoding.UTF8.GetString(File.ReadAllBytes(file.FullName))) : null;
    }

    /// <summary>The hash of a file or link, as <see cref="PortContent.Hash"/> has it; null when there is neither.</summary>
    public string? Hash(string path)
    {
        var file = Locate(path, isLinkMeant: true);
        if (file.LinkTarget is { } target)
            return new PortContent(target, IsLink: true).Hash;
        return file.Exists ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.FullName))) : null;
    }

    /// <summary>Refuses a path with a link in it.</summary>
    /// <exception cref="BuildFailedException">There is one.</exception>
    public void RefuseLink(string path) => Locate(path);

    /// <summary>The SHA-256 that a file with a text has.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Strict.GetBytes(text)));

    /// <summary>The files below a folder, in order; none when there is no such folder.</summary>
    public IEnumerable<string> FilesBelow(string folder)
    {
        var full = Path.Combine(Folder, folder);
        return Directory.Exists(full)
            ? Directory.EnumerateFiles(
                full, "*",
                new EnumerationOptions
                {
                    RecurseSubdirectories = true,
                    AttributesToSkip = FileAttributes.ReparsePoint,
                    IgnoreInaccessible = false,
                })
                .Select(x => Path.GetRelativePath(Folder, x)).Order(StringComparer.Ordinal)
            : [];
    }

    /// <summary>
    /// The files and symbolic links below a folder, in order, links with what they point to; none when there is no such folder.
    /// </summary>
    public IEnumerable<(string Path, string? Target)> EntriesBelow(string folder)
    {
        var top = new DirectoryInfo(Path.Combine(Folder, folder));
        return top is { Exists: true, LinkTarget: null }
            ? Below(top).Select(x => (Path.GetRelativePath(Folder, x.FullName), x.LinkTarget)).OrderBy(x => x.Item1, StringComparer.Ordinal)
            : [];

        static IEnumerable<FileSystemInfo> Below(DirectoryInfo folder) =>
            folder.EnumerateFileSystemInfos().SelectMany(x => x is DirectoryInfo { LinkTarget: null } inner ? Below(inner) : [x]);
    }

    /// <summary>
    /// Writes a file, whole or not at all, or a link. A file that is there keeps its mode; a new one that begins with <c>#!</c> can be run.
    /// </summary>
    /// <param name="path">Where.</param>
    /// <param name="content">What.</param>
    /// <param name="wasLink">Whether a link that is there is replaced.</param>
    public void Write(string path, PortContent content, bool wasLink = false)
    {
        var (text, isLink) = (content.Text, content.IsLink);
        var file = Locate(path, isLinkMeant: wasLink);
        Directory.CreateDirectory(file.DirectoryName!);
        if (isLink)
        {
            file.Delete();
            File.CreateSymbolicLink(file.FullName, text);
            return;
        }

        var mode = file is { Exists: true, LinkTarget: null } ? file.UnixFileMode : text is ['#', '!', ..] ? Plain | Executable : Plain;
        var temporary = Locate(Temporary).FullName;
        File.WriteAllBytes(temporary, Strict.GetBytes(text));
        File.SetUnixFileMode(temporary, mode);
        File.Move(temporary, file.FullName, overwrite: true);
    }

    /// <summary>Removes a file if it is there, or a link where one is meant, and the folders that are empty without it.</summary>
    public void Delete(string path, bool wasLink = false)
    {
        var file = Locate(path, isLinkMeant: wasLink);
        if (file.Directory!.Exists)
            file.Delete();
        for (var folder = file.Directory!; folder.Exists && folder.FullName != Folder
            && !folder.EnumerateFileSystemInfos().Any(); folder = folder.Parent!)
            folder.Delete();
    }

    /// <summary>Renames a file, replacing what has that name.</summary>
    public void Rename(string path, string to) => File.Move(Locate(path).FullName, Locate(to).FullName, overwrite: true);

    private FileInfo Locate(string path, bool isLinkMeant = false)
    {
        var names = path.Split('/');
        var full = Folder;
        for (var i = 0; i < names.Length; i++)
        {
            full = Path.Combine(full, names[i]);
            var part = string.Join('/', names.Take(i + 1));
            if (isLinkMeant && i == names.Length - 1 && new FileInfo(full) is { LinkTarget: not null } link)
                return link;
            if (new FileInfo(full).LinkTarget is { } target)
            {
                throw new BuildFailedException(
                    $"'{part}' of the checkout is a symbolic link to '{target}'; Port writes files, and not through links: "
                    + "remove the link, or put a file or folder there");
            }

            if (i < names.Length - 1 ? File.Exists(full) : Directory.Exists(full))
            {
                throw new BuildFailedException(
                    $"'{part}' of the checkout is a {(i < names.Length - 1 ? "file" : "folder")}, which is in the way of '{path}'; "
                    + "move it away");
            }
        }

        return new(full);
    }
}
