using Bsp.Build;
using Bsp.Build.Steps;

namespace Bsp.Firmware.Userland;

/// <summary>A file or link of a package.</summary>
/// <param name="Path">Its canonical path in the root filesystem.</param>
/// <param name="Package">The package that it is from.</param>
/// <param name="Source">Where it lies on this machine.</param>
/// <param name="LinkTarget">For a link, the canonical path that it leads to; else null.</param>
public sealed record PackagedFile(string Path, string Package, string Source, string? LinkTarget);

/// <summary>All files of the unpacked packages, by their path in the root filesystem.</summary>
public sealed class PackagedFiles
{
    private readonly SortedDictionary<string, List<PackagedFile>> _files = new(StringComparer.Ordinal);

    /// <summary>Reads the names of all files.</summary>
    /// <param name="folder">A folder with a folder for each package, named after it.</param>
    public PackagedFiles(string folder)
    {
        foreach (var package in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            foreach (var entry in new DirectoryInfo(package).EnumerateFileSystemInfos(
                "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }))
            {
                if (entry is DirectoryInfo && entry.LinkTarget is null)
                    continue;
                Add(package, entry);
            }
        }
    }

    /// <summary>The file at a path, or null.</summary>
    /// <exception cref="BuildFailedException">Two packages have different files there.</exception>
    public PackagedFile? Find(string path)
    {
        if (!_files.TryGetValue(path, out var there))
            return null;
        foreach (var other in there.Skip(1))
        {
            if (!HaveSameContent(there[0], other))
            {
                throw new BuildFailedException(
                    $"the packages {there[0].Package} and {other.Package} have different files at '{path}'; "
                    + "take one of the packages out of the lock");
            }
        }

        return there[0];
    }

    /// <summary>The first file with this name, whatever its folder, or null.</summary>
    public PackagedFile? ByName(string name) =>
        _files.FirstOrDefault(pair => pair.Key.EndsWith("/" + name, StringComparison.Ordinal)).Value?[0];

    /// <summary>The files below a folder.</summary>
    public IEnumerable<PackagedFile> Below(string folder) =>
        _files.Where(pair => pair.Key.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal)).Select(pair => pair.Value[0]);

    private static bool HaveSameContent(PackagedFile left, PackagedFile right) =>
        left.LinkTarget is null && right.LinkTarget is null
            ? FileHashes.Of(left.Source) == FileHashes.Of(right.Source)
            : left.LinkTarget == right.LinkTarget;

    private void Add(string package, FileSystemInfo entry)
    {
        var stated = "/" + Path.GetRelativePath(package, entry.FullName);
        var path = RootLayout.Canonical(stated);
        // A link's target counts from the folder in which the package has it, before that is moved.
        var target = entry.LinkTarget is { } text
            ? RootLayout.Canonical(text.StartsWith('/') ? text : Path.GetDirectoryName(stated) + "/" + text)
            : null;
        if (target == path)
            return; // such as /sbin/x -> /usr/bin/x: one file now
        if (!_files.TryGetValue(path, out var there))
            _files[path] = there = [];
        there.Add(new(path, Path.GetFileName(package), entry.FullName, target));
    }
}
