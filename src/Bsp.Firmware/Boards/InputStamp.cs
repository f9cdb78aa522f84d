using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bsp.Firmware.Boards;

/// <summary>Tells quickly whether source files have changed: a hash of their paths, sizes and times, not of their content.</summary>
internal static class InputStamp
{
    private static readonly string[] BuildFolders = ["bin", "obj", "generated"];

    /// <summary>The stamp of the files below the folders, and of single files. What is not there counts too.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="paths">Folders and files, relative to it.</param>
    public static string Of(string root, IEnumerable<string> paths)
    {
        var lines = new List<string>();
        foreach (var path in paths)
        {
            var full = Path.Combine(root, path);
            if (Directory.Exists(full))
                Walk(new(full), lines);
            else
                lines.Add(Line(new(full)));
        }

        lines.Sort(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }

    private static void Walk(DirectoryInfo folder, List<string> lines)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (entry is FileInfo file)
                lines.Add(Line(file));
            else if (!BuildFolders.Contains(entry.Name) && entry.LinkTarget is null)
                Walk((DirectoryInfo)entry, lines);
        }
    }

    private static string Line(FileInfo file) => file.Exists
        ? string.Create(CultureInfo.InvariantCulture, $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}")
        : file.FullName + " -";
}
