namespace Bsp.DeviceTrees.Preprocessing;

/// <summary>What a preprocessor made of a file: macros expanded, comments gone, and for each byte where it comes from.</summary>
internal sealed class PreprocessedText : SourceText
{
    private readonly SourceFile _main;
    private readonly List<Segment> _segments = [];
    private byte[] _bytes = new byte[1 << 16];
    private int _length;

    public PreprocessedText(SourceFile main) => _main = main;

    /// <inheritdoc/>
    public override int Length => _length;

    /// <inheritdoc/>
    internal override byte[] Buffer => _bytes;

    // dtc looks for what it includes beside the preprocessor's output; the build has it look beside the source then.
    public override string Folder => _main.Folder;

    /// <inheritdoc/>
    public override SourcePosition Locate(int offset)
    {
        if (_segments.Count == 0)
            return _main.Locate(0);
        var (low, high) = (0, _segments.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _segments[middle].Start <= offset ? (middle, high) : (low, middle - 1);
        }

        var segment = _segments[low];
        return segment.File.Locate(segment.IsExpansion ? segment.Origin : segment.Origin + Math.Min(offset - segment.Start, segment.Length));
    }

    /// <summary>Adds what stands in a file as it is.</summary>
    public void Copy(TokenizedFile file, byte[] bytes, int start, int length)
    {
        if (_segments.Count > 0 && _segments[_segments.Count - 1] is { IsExpansion: false } last && last.File == file && last.Origin + last.Length == start && last.Start + last.Length == Length)
            _segments[_segments.Count - 1] = last with { Length = last.Length + length };
        else
            _segments.Add(new(Length, file, start, length, false));
        Add(bytes.AsSpan(start, length));
    }

    /// <summary>Says that what follows was made from a macro that stands in a file.</summary>
    public void BeginExpansion(TokenizedFile file, int origin) => _segments.Add(new(Length, file, origin, 0, true));

    public void Add(ReadOnlySpan<byte> text)
    {
        Reserve(text.Length);
        text.CopyTo(_bytes.AsSpan(Length));
        _length += text.Length;
    }

    public void Add(char c)
    {
        Reserve(1);
        _bytes[_length++] = (byte)c;
    }

    private void Reserve(int more)
    {
        if (Length + more > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + more));
    }

    private readonly record struct Segment(int Start, TokenizedFile File, int Origin, int Length, bool IsExpansion);
}
