using Bsp.Generators.Evaluation;
using Microsoft.CodeAnalysis;

namespace Bsp.Generators.Rendering;

/// <summary>A member under [Board] or [Distribution] and its value.</summary>
/// <param name="Reference">The member as code names it.</param>
/// <param name="IsReachable">Whether code may name it.</param>
/// <param name="Value">The value; null where it could not be evaluated, which the analyzer reports.</param>
internal sealed record EvaluatedMember<T>(string Reference, bool IsReachable, T? Value)
    where T : class
{
    public static EvaluatedMember<T> Evaluate(
        GeneratorAttributeSyntaxContext match, string type, EvaluationCache cache, CancellationToken cancel)
    {
        var (member, compilation) = (match.TargetSymbol, match.SemanticModel.Compilation);
        var reference = AttributedMember.Reference(member);
        if (AttributedMember.Problems(member, type, compilation).Any())
            return new(reference, false, null);
        return new(reference, true, cache.Evaluate(member, compilation, cancel).Value as T);
    }
}
