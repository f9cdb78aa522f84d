using Microsoft.CodeAnalysis;

namespace Bsp.Generators.Evaluation;

/// <summary>A call of a method of the boards' own code: the values of its parameters.</summary>
internal sealed class Frame(int depth, IReadOnlyDictionary<ISymbol, object?> parameters)
{
    public static readonly Frame Root = new(0, new Dictionary<ISymbol, object?>(SymbolEqualityComparer.Default));

    /// <summary>How many calls lead here.</summary>
    public int Depth { get; } = depth;

    public bool TryGet(IParameterSymbol parameter, out object? value) => parameters.TryGetValue(parameter, out value);
}
