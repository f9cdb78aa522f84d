using System.Text;

namespace Bsp.Kconfig;

/// <summary>
/// The bytes of a snapshot, read through a small buffer: where memory is slow to come by, a buffer for all of them takes as long
/// as much of the reading.
/// </summary>
/// <param name="stream">The snapshot, to its end.</param>
internal sealed class SnapshotBytes(Stream stream)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _at;
    private int _end;
    private bool _isHashing;

    /// <summary>How many bytes there can be: no count in the snapshot may be larger.</summary>
    public long Length { get; } = stream.Length;

    /// <summary>The checksum of all that was read since <see cref="BeginChecksum"/>.</summary>
    public ulong Checksum { get; private set; } = SnapshotFormat.FirstChecksum;

    /// <summary>Begins to compute a checksum of what follows.</summary>
    public void BeginChecksum()
    {
        _isHashing = true;
        Checksum = SnapshotFormat.Checksum(Checksum, _buffer, _at, _end);
    }

    /// <summary>The next byte; -1 at the end.</summary>
    public int Next() => _at < _end || Fill() ? _buffer[_at++] : -1;

    /// <summary>The next line, without its line feed.</summary>
    /// <returns>Null when there is no line feed any more.</returns>
    public string? Line()
    {
        var searched = _at;
        while (true)
        {
            var end = Array.IndexOf(_buffer, (byte)'\n', searched, _end - searched);
            if (end >= 0)
            {
                var line = Encoding.ASCII.GetString(_buffer, _at, end - _at);
                _at = end + 1;
                return line;
            }

            searched = _end - _at;
            if (!Fill())
                return null;
            searched += _at;
        }
    }

    /// <summary>Reads on to the end, for the checksum.</summary>
    public void Finish()
    {
        do
            _at = _end;
        while (Fill());
    }

    private bool Fill()
    {
        var left = _end - _at;
        if (left == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        Buffer.BlockCopy(_buffer, _at, _buffer, 0, left);
        var count = stream.Read(_buffer, left, _buffer.Length - left);
        (_at, _end) = (0, left + count);
        if (_isHashing)
            Checksum = SnapshotFormat.Checksum(Checksum, _buffer, left, _end);
        return count > 0;
    }
}
