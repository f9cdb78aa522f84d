using System.Globalization;

namespace Bsp.Build.Storage;

/// <summary>One thing in an output.</summary>
/// <param name="Path">Its path below the output folder.</param>
/// <param name="Kind"><c>file</c>, <c>folder</c>, <c>link</c>, or <c>other</c> for devices and the like.</param>
/// <param name="Mode">Its permission bits.</param>
/// <param name="Size">A file's size in bytes, else 0.</param>
/// <param name="Content">A file's SHA-256, a link's target, else <c>-</c>.</param>
internal sealed record ManifestEntry(string Path, string Kind, int Mode, long Size, string Content)
{
    /// <summary>One line: the columns with tabs between.</summary>
    public string ToLine() =>
        string.Join('\t', Kind, Convert.ToString(Mode, 8), Size.ToString(CultureInfo.InvariantCulture), Content, Path);

    /// <summary>Reads such a line; null when it is none.</summary>
    public static ManifestEntry? Parse(string line) =>
        line.Split('\t') is [var kind, var mode, var size, var content, var path]
            ? new(path, kind, Convert.ToInt32(mode, 8), long.Parse(size, CultureInfo.InvariantCulture), content)
            : null;
}
