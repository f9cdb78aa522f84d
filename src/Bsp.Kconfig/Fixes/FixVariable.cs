namespace Bsp.Kconfig;

/// <summary>A symbol that can be given a value, in the search for a fix.</summary>
/// <param name="symbol">The symbol.</param>
/// <param name="values">The values that are tried; the first, null, is that nobody gives it one.</param>
/// <param name="initial">The number of the one that it has before the search.</param>
internal sealed class FixVariable(Symbol symbol, IReadOnlyList<string?> values, int initial)
{
    /// <summary>The most values that there can be: a set of them is a number's bits.</summary>
    public const int MaximumValues = 64;

    private int? _change;

    /// <summary>The symbol.</summary>
    public Symbol Symbol => symbol;

    /// <summary>The values.</summary>
    public IReadOnlyList<string?> Values => values;

    /// <summary>The number of the value that it has before the search.</summary>
    public int Initial => initial;

    /// <summary>The number of the value that it has now.</summary>
    public int Current
    {
        get => _change ?? initial;
        set => _change = value;
    }

    /// <summary>Whether it is to keep its value: somebody asks for it.</summary>
    public bool IsFixed { get; init; }

    /// <summary>Whether all values that make a difference are among those that are tried.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>Whether every change of it has been tried here.</summary>
    public bool IsDone { get; set; }

    /// <summary>The count that it was part of last.</summary>
    public int CountedIn { get; set; }

    /// <summary>Whether it may be given another value here.</summary>
    public bool IsFree => !IsFixed && !IsDone && Current == initial;

    /// <summary>The value that it has now; null for none.</summary>
    public string? Value => values[Current];

    /// <summary>The value that it has now, of a bool or tristate symbol.</summary>
    public Tristate? UserTristate => Value is { } value ? Tristates.Parse(value) : null;

    /// <summary>The set with the value that it has now.</summary>
    public ulong Here => 1UL << Current;

    /// <summary>Whether the value that it has now is in a set.</summary>
    public bool IsIn(ulong set) => (set & Here) != 0;

    /// <summary>The set of the values for which something is so.</summary>
    public ulong Where(Func<string?, bool> isSo)
    {
        var set = 0UL;
        for (var i = 0; i < values.Count; i++)
            set |= isSo(values[i]) ? 1UL << i : 0;
        return set;
    }
}
