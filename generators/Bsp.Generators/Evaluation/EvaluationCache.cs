using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Bsp.Generators.Evaluation;

/// <summary>Caches the values of members as long as the syntax trees that they were read from stand.</summary>
/// <remarks>
/// The generator's transform runs for every board at every keystroke; nearly all of them answer from here. Entries hang on
/// their tree, so they go when the editor drops it. The generator and the analyzer share one cache.
/// </remarks>
internal sealed class EvaluationCache
{
    public static readonly EvaluationCache Shared = new();

    private readonly ConditionalWeakTable<SyntaxTree, Dictionary<string, MemberEvaluation>> _trees = new();

    private readonly object _gate = new();

    /// <summary>How many members were evaluated because they were not in the cache; for tests.</summary>
    public int Evaluations { get; private set; }

    /// <summary>The value of a static member that is declared in source.</summary>
    public MemberEvaluation Evaluate(ISymbol member, Compilation compilation, CancellationToken cancellation)
    {
        lock (_gate)
            return new EvaluationSession(this, compilation, cancellation).Evaluate(member);
    }

    public MemberEvaluation? Find(SyntaxTree tree, string member, Compilation compilation, Epoch epoch) =>
        _trees.TryGetValue(tree, out var members) && members.TryGetValue(member, out var found) && found.IsValidFor(compilation, epoch)
            ? found
            : null;

    public void CountEvaluation() => Evaluations++;

    public void Store(SyntaxTree tree, MemberEvaluation evaluation) => _trees.GetOrCreateValue(tree)[evaluation.Id] = evaluation;
}
