namespace Bsp.DeviceTrees.Bindings;

/// <summary>Something in a tree that does not agree with a binding.</summary>
/// <param name="Node">The node's path.</param>
/// <param name="Path">The names and numbers on the way from the node to what is wrong: a property, an item of it; empty for the node itself.</param>
/// <param name="Schema">The binding's name, its <c>$id</c>.</param>
/// <param name="File">The binding's file, below the folder of bindings.</param>
/// <param name="Keyword">The keyword of the schema that is not met.</param>
/// <param name="Message">What is wrong, in dt-validate's words.</param>
public sealed record Finding(string Node, IReadOnlyList<string> Path, string Schema, string File, string Keyword, string Message)
{
    /// <summary>The keyword of a binding that refers to itself without end, or has a pattern that is none.</summary>
    public const string NotEvaluated = "error";

    /// <summary>Where the property or the node is defined; null for a tree from a blob.</summary>
    public SourcePosition? Position { get; init; }

    /// <summary>Of alternatives none of which is met: what is wrong with each.</summary>
    public IReadOnlyList<string> Alternatives { get; init; } = [];

    /// <summary>Whether it says only that no binding has the node's compatible.</summary>
    public bool IsUndocumented => Schema == Bindings.CompatiblesId;
}
