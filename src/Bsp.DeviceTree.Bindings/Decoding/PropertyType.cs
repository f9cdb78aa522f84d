namespace Bsp.DeviceTrees.Bindings.Decoding;

/// <summary>What bindings say that the values of a name are.</summary>
/// <param name="Name">The name in <c>types.yaml</c>: <c>uint32-matrix</c>.</param>
/// <param name="Dimensions">How many rows and how many columns it has; null for what is no matrix.</param>
internal sealed record PropertyType(string Name, Dimensions? Dimensions);

/// <summary>How many rows and columns a matrix has: the least and the most of each; 0 for what no binding says.</summary>
internal readonly record struct Dimensions((int Least, int Most) Rows, (int Least, int Most) Columns)
{
    /// <summary>What covers this and another.</summary>
    public Dimensions Merge(Dimensions other) => new(Merge(Rows, other.Rows), Merge(Columns, other.Columns));

    private static (int, int) Merge((int Least, int Most) a, (int Least, int Most) b) =>
        a == (0, 0) ? b : b == (0, 0) ? a : (new[] { a.Least, a.Most, b.Least, b.Most }.Min(), new[] { a.Least, a.Most, b.Least, b.Most }.Max());
}
