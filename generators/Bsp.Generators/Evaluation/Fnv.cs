namespace Bsp.Generators.Evaluation;

/// <summary>FNV-1a, 64 bits (draft-eastlake-fnv, section 2): the same in every process, unlike string.GetHashCode.</summary>
internal struct Fnv
{
    private ulong _value;

    public Fnv() => _value = 14695981039346656037;

    public readonly ulong Value => _value;

    public void Add(string text)
    {
        foreach (var c in text)
            Add((ushort)c);
        Add(0xFFFF);
    }

    public void Add(ulong number) => _value = unchecked((_value ^ number) * 1099511628211);
}
