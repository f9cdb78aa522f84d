using System.Globalization;

namespace Bsp.DeviceTrees;

/// <summary>A file as it was read.</summary>
public sealed class SourceFile : SourceText
{
    private readonly byte[] _bytes;
    private List<Line>? _lines;

    /// <summary>A file.</summary>
    /// <param name="path">The name that messages give it, and that files beside it are looked up by.</param>
    /// <param name="bytes">What is in it.</param>
    public SourceFile(string path, byte[] bytes) => (Path, _bytes) = (path, bytes);

    /// <summary>The name that it was opened by.</summary>
    public string Path { get; }

    /// <summary>The file that the first line of a preprocessor names; its own name where it has none.</summary>
    internal string FirstNamed => (_lines ??= ReadLines()).Find(line => line.File != Path).File ?? Path;

    /// <inheritdoc/>
    public override int Length => _bytes.Length;

    /// <inheritdoc/>
    public override string Folder => FolderOf(Path);

    /// <inheritdoc/>
    public override SourcePosition Locate(int offset)
    {
        var index = IndexOfLine(offset);
        var line = _lines![index];
        return new(line.File, line.Number, offset - line.Start + 1);
    }

    /// <summary>The number of a byte's line in this file, whatever a preprocessor's lines in it say.</summary>
    internal int LineOf(int offset) => IndexOfLine(offset) + 1;

    private int IndexOfLine(int offset)
    {
        _lines ??= ReadLines();
        var (low, high) = (0, _lines.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _lines[middle].Start <= offset ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    internal override byte[] Buffer => _bytes;

    internal static string FolderOf(string path) => path.LastIndexOf('/') is var slash && slash < 0 ? "" : path.Substring(0, slash);

    // The output of a preprocessor says where its lines come from.
    private List<Line> ReadLines()
    {
        var lines = new List<Line>();
        var (file, number) = (Path, 1);
        for (var start = 0; start <= _bytes.Length; number++)
        {
            var rest = _bytes.AsSpan(start);
            var length = rest.IndexOf((byte)'\n');
            var end = length < 0 ? _bytes.Length : start + length;
            lines.Add(new(start, file, number));
            if (LineMarker.TryRead(_bytes.AsSpan(start, end - start), out var name, out var next))
                (file, number) = (name, next - 1);
            start = end + 1;
        }

        return lines;
    }

    private readonly record struct Line(int Start, string File, int Number);
}
