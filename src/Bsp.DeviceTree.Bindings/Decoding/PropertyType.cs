namespace Bsp.DeviceTrees.Bindings.Decoding;

/// <summary>What bindings say that the values of a name are.</summary>
/// <param name="Name">The name in <c>types.yaml</c>: <c>uint32-matrix</c>.</param>
/// <param name="Dimensions">How many rows and how many columns it has; null for what is not a matrix.</param>
internal sealed record PropertyType(string Name, Dimensions? Dimensions);

/// <summary>How many rows and columns a matrix has: the least and the most of each; 0 for what no binding says.</summary>
internal readonly record struct Dimensions((int Least, int Most) Rows, (int Least, int Most) Columns)
{
    /// <summary>Whether there is only one number of rows, or of columns.</summary>
    public bool IsFixed => (Rows.Least > 0 && Rows.Least == Rows.Most) || (Columns.Least > 0 && Columns.Least == Columns.Most);

    /// <summary>What covers this and another, in dt-schema 2022.08.2.</summary>
    public Dimensions Merge(Dimensions other) => new(Merge(Rows, other.Rows), Merge(Columns, other.Columns));

    /// <summary>What covers this and another as dt-schema 2025.08 has it: no bound is one, and what is one at most is one.</summary>
    public Dimensions Cover(Dimensions other) => new(Cover(Rows, other.Rows), Cover(Columns, other.Columns));

    private static (int, int) Cover((int Least, int Most) a, (int Least, int Most) b) =>
        Math.Max(a.Most, b.Most) is var most && most == 1 ? (1, 1) : (Math.Min(a.Least, b.Least), most);

    private static (int, int) Merge((int Least, int Most) a, (int Least, int Most) b) =>
        a == (0, 0) ? b
            : b == (0, 0) ? a
            : (new[] { a.Least, a.Most, b.Least, b.Most }.Min(), new[] { a.Least, a.Most, b.Least, b.Most }.Max());
}
