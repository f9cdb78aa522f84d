using System.Text;
using Bsp.DeviceTrees.Language;

namespace Bsp.DeviceTrees.Preprocessing;

/// <summary>Gives each identifier a number, so that looking up a macro is an access to an array. Threads may share one.</summary>
internal sealed class IdentifierPool
{
    private readonly object _gate = new();
    // A board's headers define some 3,000.
    private readonly NamePool _names = new(1 << 12);

    public int IdOf(string name) => IdOf(Encoding.UTF8.GetBytes(name));

    public int IdOf(ReadOnlySpan<byte> name)
    {
        lock (_gate)
            return _names.NumberOf(name);
    }

    public string NameOf(int id)
    {
        lock (_gate)
            return _names[id];
    }
}
