namespace Bsp.DeviceTrees.Bindings;

/// <summary>Something in a tree that does not agree with a binding.</summary>
/// <param name="Node">The node's path.</param>
/// <param name="Path">
/// The names and numbers on the way from the node to what is wrong: a property, an item of it; empty for the node itself.
/// </param>
/// <param name="Schema">The binding's name, its <c>$id</c>.</param>
/// <param name="File">The binding's file, below the folder of bindings.</param>
/// <param name="Keyword">The keyword of the schema that is not met.</param>
/// <param name="Message">What is wrong, in dt-validate's words.</param>
public sealed record Finding(string Node, IReadOnlyList<string> Path, string Schema, string File, string Keyword, string Message)
{
    /// <summary>The keyword of a binding that refers to itself without end, or has a pattern that is none.</summary>
    public const string NotEvaluated = "error";

    /// <summary>What is wrong, for people: numbers as sources have them, with the count that was expected.</summary>
    public string Text { get; init; } = Message;

    /// <summary>
    /// Where what is wrong is written: of a property the place with the last word, of a node each place where something is added
    /// to it. Empty for a tree from a blob.
    /// </summary>
    public IReadOnlyList<SourcePosition> Positions { get; init; } = [];

    /// <summary>The first of these positions; null for a tree from a blob.</summary>
    public SourcePosition? Position => Positions.Count > 0 ? Positions[0] : null;

    /// <summary>Of alternatives none of which is met: what is wrong with each, for people.</summary>
    public IReadOnlyList<string> Alternatives { get; init; } = [];

    /// <summary>Whether it says only that no binding has the node's compatible.</summary>
    public bool IsUndocumented => Schema == Bindings.CompatiblesId;
}
