using System.Security.Cryptography;
using System.Text;

namespace Bsp.Build.Steps;

/// <summary>One hash for a folder: the sorted names of what is in it, with contents, link targets and execute bits.</summary>
/// <remarks>Owners, times and the other mode bits do not count: they differ between clones.</remarks>
public static class TreeHash
{
    /// <summary>The hash in lower-case hexadecimal.</summary>
    /// <exception cref="BuildFailedException">There is no such folder.</exception>
    public static string Of(string folder)
    {
        var root = new DirectoryInfo(folder);
        if (!root.Exists)
            throw new BuildFailedException($"there is no folder '{folder}'");
        var lines = new List<string>();
        foreach (var entry in root.EnumerateFileSystemInfos(
            "*",
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false }))
        {
            var name = Path.GetRelativePath(root.FullName, entry.FullName);
            lines.Add(name + "\0" + Describe(entry));
        }

        lines.Sort(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join("\n", lines))));
    }

    private static string Describe(FileSystemInfo entry)
    {
        if (entry.LinkTarget is { } target)
            return "link " + target;
        if (entry is DirectoryInfo)
            return "folder";
        var kind = entry.UnixFileMode.HasFlag(UnixFileMode.UserExecute) ? "program " : "file ";
        return kind + FileHashes.Of(entry.FullName);
    }
}
