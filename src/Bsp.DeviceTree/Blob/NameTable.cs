using System.Text;

namespace Bsp.DeviceTrees;

/// <summary>The names of properties in a blob. One that ends another that is there already has no place of its own.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, int> _offsets = new(StringComparer.Ordinal);
    private readonly ValueBuilder _bytes = new();

    /// <summary>The table, as a blob has it.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.Bytes;

    /// <summary>Where a name begins; it is added where it is not there.</summary>
    public int OffsetOf(string name)
    {
        if (_offsets.TryGetValue(name, out var known))
            return known;
        var text = Encoding.UTF8.GetBytes(name + "\0");
        var offset = _bytes.Bytes.IndexOf(text);
        if (offset < 0)
        {
            offset = _bytes.Length;
            _bytes.Add(text);
        }

        _offsets.Add(name, offset);
        return offset;
    }
}
