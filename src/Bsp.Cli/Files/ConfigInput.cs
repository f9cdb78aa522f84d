using System.Text;
using Bsp.Cli.SourceTrees;
using Bsp.DeviceTrees;
using SourcePosition = Bsp.Kconfig.SourcePosition;

namespace Bsp.Cli.Files;

/// <summary>The text of a .config, a defconfig or a fragment.</summary>
/// <param name="Text">The text; where the file includes others, theirs as well.</param>
/// <param name="File">The file.</param>
internal sealed record ConfigInput(string Text, string File)
{
    private const string Include = "#include";

    // Where each line is written; null where all are in the file itself.
    private IReadOnlyList<SourcePosition>? _lines;

    /// <summary>Where a line of the text is written.</summary>
    /// <param name="line">The line, from 1.</param>
    public SourcePosition Locate(int line) => _lines is { } lines && line <= lines.Count ? lines[line - 1] : new(File, line, 0);

    /// <summary>Reads a file. In U-Boot it may include others, from its folder or from that of the sources.</summary>
    /// <param name="host">Knows where relative paths begin.</param>
    /// <param name="file">The file.</param>
    /// <param name="what">What it is, for the message when it cannot be read.</param>
    /// <param name="includes">The folder of U-Boot's sources; null for those of others, to whom <c>#include</c> is a remark.</param>
    /// <exception cref="CliException">It, or what it includes, cannot be read.</exception>
    public static ConfigInput Read(CliHost host, string file, string what, string? includes)
    {
        var bytes = TextFile.ReadBytes(host, file, what);
        var text = Encoding.UTF8.GetString(bytes);
        if (includes is null || !HasInclude(text))
            return new(text, file);
        PreprocessedSource read;
        try
        {
            read = PreprocessedSource.Of(new(file, bytes), new DiskSourceFiles(host.CurrentDirectory), [includes]);
        }
        catch (IOException e)
        {
            throw new CliException($"'{file}', {what}, cannot be read: {FileError.Reason(e)}");
        }

        if (read.Messages.FirstOrDefault(message => message.Severity == SourceSeverity.Error) is { } error)
        {
            var place = error.Position is { } position ? $"{position.File}:{position.Line}: " : "";
            throw new CliException($"'{file}', {what}, cannot be read: {place}{error.Text}");
        }

        return Of(read.Text, file);
    }

    /// <summary>The folder of the U-Boot whose file this is; null for a file of none.</summary>
    public static string? UBootAround(CliHost host, string file)
    {
        for (var folder = Path.GetDirectoryName(host.Absolute(file)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (SourceTree.Open(folder).Kind == SourceTreeKind.UBoot)
                return folder;
        }

        return null;
    }

    private static bool HasInclude(string text) =>
        text.StartsWith(Include, StringComparison.Ordinal) || text.Contains('\n' + Include, StringComparison.Ordinal);

    private static ConfigInput Of(SourceText text, string file)
    {
        var lines = new List<SourcePosition>();
        var bytes = text.Bytes;
        for (var start = 0; start < bytes.Length;)
        {
            var position = text.Locate(start);
            lines.Add(new(position.File, position.Line, 0));
            var length = bytes[start..].IndexOf((byte)'\n');
            start = length < 0 ? bytes.Length : start + length + 1;
        }

        return new(Encoding.UTF8.GetString(bytes), file) { _lines = lines };
    }
}
