using System.Text;

namespace Bsp.DeviceTrees;

/// <summary>The names of properties in a blob. One that is the end of another that is there already has no offset of its own.</summary>
internal sealed class NameTable
{
    private readonly NameMap<int> _offsets;
    private readonly ValueBuilder _bytes = new(1 << 11);

    public NameTable() => _offsets = new(Add);

    /// <summary>The table, as a blob has it.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.Bytes;

    /// <summary>Where the name of a property begins; it is added where it is not there.</summary>
    public int OffsetOf(TreeProperty property) => _offsets.Of(property);

    /// <summary>Where a name begins; it is added where it is not there.</summary>
    public int OffsetOf(string name) => _offsets.Of(name);

    private int Add(string name)
    {
        var text = Encoding.UTF8.GetBytes(name + "\0");
        var offset = _bytes.Bytes.IndexOf(text);
        if (offset < 0)
        {
            offset = _bytes.Length;
            _bytes.Add(text);
        }

        return offset;
    }
}
