namespace Bsp.DeviceTrees;

/// <summary>Something that belongs to each name of a property. A source numbers its names, and a number is found at once.</summary>
/// <typeparam name="T">What belongs to a name.</typeparam>
/// <param name="make">Makes it when a name comes for the first time.</param>
internal sealed class NameMap<T>(Func<string, T> make)
{
    // A board has some 150.
    private const int TypicalCount = 256;

    private readonly Dictionary<string, T> _all = new(TypicalCount, StringComparer.Ordinal);
    private (bool IsThere, T Value)[] _numbered = new (bool, T)[2 * TypicalCount];

    /// <summary>All names so far, with what belongs to them.</summary>
    public IReadOnlyDictionary<string, T> All => _all;

    /// <summary>What belongs to the name of a property.</summary>
    public T Of(TreeProperty property)
    {
        var number = property.NameNumber;
        if (number < 0)
            return Of(property.Name);
        if (number >= _numbered.Length)
            Array.Resize(ref _numbered, Math.Max(number + 1, 2 * _numbered.Length));
        if (!_numbered[number].IsThere)
            _numbered[number] = (true, Of(property.Name));
        return _numbered[number].Value;
    }

    /// <summary>What belongs to a name.</summary>
    public T Of(string name)
    {
        if (!_all.TryGetValue(name, out var value))
            _all.Add(name, value = make(name));
        return value;
    }
}
