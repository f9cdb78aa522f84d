namespace Bsp.Kconfig;

/// <summary>Why something is so: it stays so as long as each of these variables has one of the values named with it.</summary>
/// <remarks>So whatever changes it changes one of the variables, to a value that is not named.</remarks>
internal sealed class Cause
{
    private Cause(Part[] parts, int choices) => (Parts, Choices) = (parts, choices);

    private Cause(Part[] parts)
        : this(parts, Free(parts))
    {
    }

    /// <summary>Nothing that anybody can change.</summary>
    public static Cause None { get; } = new([]);

    /// <summary>What is so because it is so itself: of no use where there is another cause.</summary>
    public static Cause Itself { get; } = new([], int.MaxValue);

    /// <summary>The variables, in the order of their symbols.</summary>
    public Part[] Parts { get; }

    /// <summary>How many of them could be changed when it was found.</summary>
    public int Choices { get; }

    /// <summary>Whether all of it is so now.</summary>
    public bool Holds => Array.TrueForAll(Parts, part => part.Variable.IsIn(part.Values));

    /// <summary>How many of them can be changed now.</summary>
    public int ChoicesNow => Free(Parts);

    /// <summary>A variable that has one of some values.</summary>
    public static Cause Of(FixVariable variable, ulong values) => new([new(variable, values)]);

    /// <summary>All of them.</summary>
    public static Cause All(IEnumerable<Cause> causes)
    {
        var parts = new Dictionary<int, Part>();
        Cause? only = null;
        var count = 0;
        foreach (var cause in causes)
        {
            if (cause.Parts.Length == 0)
                continue;
            (only, count) = (cause, count + 1);
            foreach (var part in cause.Parts)
            {
                var index = part.Variable.Symbol.Index;
                parts[index] = parts.TryGetValue(index, out var other) ? part with { Values = part.Values & other.Values } : part;
            }
        }

        return count switch
        {
            0 => None,
            1 => only!,
            _ => new([.. parts.Values.OrderBy(part => part.Variable.Symbol.Index)]),
        };
    }

    /// <summary>Both.</summary>
    public static Cause operator +(Cause left, Cause right) =>
        left.Parts.Length == 0 ? right : right.Parts.Length == 0 ? left : All([left, right]);

    /// <summary>The one that leaves less to try.</summary>
    public static Cause? Cheaper(Cause? left, Cause? right) =>
        left is null || (right is not null && (right.Choices, right.Parts.Length).CompareTo((left.Choices, left.Parts.Length)) < 0)
            ? right
            : left;

    private static int Free(Part[] parts) => parts.Count(part => part.Variable.IsFree);

    /// <summary>A variable, and the values of which it has one.</summary>
    /// <param name="Variable">The variable.</param>
    /// <param name="Values">The set of the values.</param>
    public readonly record struct Part(FixVariable Variable, ulong Values);
}
