using System.Text;

namespace Bsp.DeviceTrees.Preprocessing;

/// <summary>What a preprocessor made of a file: macros expanded, comments gone, and for each byte where it comes from.</summary>
internal sealed class PreprocessedText : SourceText
{
    // A board has some 100 KB. What is left behind in growing is written to, and what is not needed is not.
    private const int Growth = 4;

    private readonly SourceFile _main;
    private readonly SourceCache _cache;
    private readonly List<TokenizedFile> _files = [];
    private Segment[] _segments;
    private byte[] _bytes;
    private int _count;
    private int _length;

    public PreprocessedText(SourceFile main, SourceCache cache)
    {
        (_main, _cache) = (main, cache);
        (_segments, _bytes) = cache.RentBuffers()
            ?? new(UninitializedArray.Allocate<Segment>(1 << 10), UninitializedArray.Allocate<byte>(1 << 17));
    }

    /// <inheritdoc/>
    public override int Length => _length;

    /// <summary>The last byte; there is one.</summary>
    public byte Last => _bytes[_length - 1];

    /// <summary>Whether the last token is '...': three points each are one.</summary>
    public bool EndsInEllipsis
    {
        get
        {
            var points = 0;
            while (points < _length && _bytes[_length - 1 - points] == '.')
                points++;
            return points > 0 && points % 3 == 0;
        }
    }

    /// <inheritdoc/>
    internal override byte[] Buffer => _bytes;

    // dtc looks for what it includes beside the preprocessor's output; the build has it look beside the source then.
    public override string Folder => _main.Folder;

    /// <inheritdoc/>
    public override SourcePosition Locate(int offset)
    {
        if (_count == 0)
            return _main.Locate(0);
        var segment = _segments[SegmentAt(offset)];
        return _files[segment.File].Locate(
            segment.IsExpansion ? segment.Origin : segment.Origin + Math.Min(offset - segment.Start, segment.Length));
    }

    /// <inheritdoc/>
    internal override string? Written(int start, int end)
    {
        var (text, hasMacro) = (new StringBuilder(), false);
        for (var i = _count == 0 ? 0 : SegmentAt(start); i < _count && _segments[i].Start < end; i++)
        {
            var segment = _segments[i];
            var (from, to) = (Math.Max(start, segment.Start), Math.Min(end, EndOf(i)));
            if (!segment.IsExpansion)
            {
                text.Append(Encoding.UTF8.GetString(_bytes, from, to - from));
                continue;
            }

            // Of several cells that one macro stands for none has its name.
            if (!IsBlank(segment.Start, from) || !IsBlank(to, EndOf(i)))
                return null;
            if (IsBlank(from, to))
                continue;
            text.Append(Invocation(i)).Append(IsBlank(to - 1, to) ? " " : "");
            hasMacro = true;
        }

        return hasMacro ? text.ToString().Trim() : null;
    }

    private int SegmentAt(int offset)
    {
        var (low, high) = (0, _count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _segments[middle].Start <= offset ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private int EndOf(int segment) => segment + 1 < _count ? _segments[segment + 1].Start : _length;

    private bool IsBlank(int start, int end)
    {
        while (start < end && _bytes[start] is (byte)' ' or (byte)'\t' or (byte)'\n')
            start++;
        return start >= end;
    }

    // A name, and what is in parentheses after it, up to where the file goes on.
    private string Invocation(int index)
    {
        var (segment, next) = (_segments[index], index + 1 < _count ? _segments[index + 1] : default);
        var bytes = _files[segment.File].Bytes;
        var limit = index + 1 < _count && next.File == segment.File && next.Origin > segment.Origin ? next.Origin : bytes.Length;
        var end = segment.Origin;
        while (end < limit && Characters.IsIdentifier(bytes[end]))
            end++;
        var name = Encoding.UTF8.GetString(bytes, segment.Origin, end - segment.Origin);
        while (end < limit && bytes[end] is (byte)' ' or (byte)'\t' or (byte)'\n')
            end++;
        if (end == limit || bytes[end] != '(')
            return name;
        var (start, depth) = (end, 0);
        do
            depth += bytes[end] == '(' ? 1 : bytes[end] == ')' ? -1 : 0;
        while (++end < limit && depth > 0);
        return name + Encoding.UTF8.GetString(bytes, start, end - start).Replace('\n', ' ').Replace('\t', ' ');
    }

    /// <summary>Adds what is in a file as it is.</summary>
    public void Copy(TokenizedFile file, int start, int length)
    {
        if (_count > 0 && _segments[_count - 1] is { IsExpansion: false } last && _files[last.File] == file
            && last.Origin + last.Length == start && last.Start + last.Length == Length)
            _segments[_count - 1] = last with { Length = last.Length + length };
        else
            Begin(file, start, length);
        Add(file.Bytes.AsSpan(start, length));
    }

    /// <summary>Says that what follows was made from a macro that is in a file.</summary>
    public void BeginExpansion(TokenizedFile file, int origin) => Begin(file, origin, Segment.Expansion);

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

    /// <summary>Leaves its memory to the next text; from then on this one is empty.</summary>
    public void Release()
    {
        if (_bytes.Length == 0)
            return;
        _cache.Return(new Buffers(_segments, _bytes));
        (_segments, _bytes, _count, _length) = ([], [], 0, 0);
    }

    private void Begin(TokenizedFile file, int origin, int length)
    {
        if (_files.Count == 0 || _files[_files.Count - 1] != file)
            _files.Add(file);
        if (_count == _segments.Length)
            Array.Resize(ref _segments, Growth * _count);
        _segments[_count++] = new(Length, _files.Count - 1, origin, length);
    }

    private void Reserve(int more)
    {
        if (Length + more > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * Growth, Length + more));
    }

    /// <summary>What a text is written to.</summary>
    /// <param name="Segments">For where its parts come from.</param>
    /// <param name="Bytes">For the text.</param>
    internal sealed record Buffers(Segment[] Segments, byte[] Bytes);

    /// <summary>A part of the text.</summary>
    /// <param name="Start">Where it begins.</param>
    /// <param name="File">The number of the file that it comes from.</param>
    /// <param name="Origin">Where it is there.</param>
    /// <param name="Length">How long it is.</param>
    internal readonly record struct Segment(int Start, int File, int Origin, int Length)
    {
        // Instead of a length: all that was made comes from one position.
        public const int Expansion = -1;

        public bool IsExpansion => Length == Expansion;
    }
}
