using Bsp.Generators.Diagnostics;
using Bsp.Generators.Evaluation;
using Microsoft.CodeAnalysis;

namespace Bsp.Generators.Inspection;

/// <summary>A member under [Board] or [Distribution] with its evaluation.</summary>
/// <param name="Member">The member.</param>
/// <param name="Name">Where its name is written.</param>
/// <param name="Problems">Why it has no value, and what is wrong inside it.</param>
/// <param name="Evaluation">The evaluation; null where the member cannot be evaluated at all.</param>
internal sealed record InspectedMember(ISymbol Member, SourceLocation Name, IReadOnlyList<Problem> Problems, MemberEvaluation? Evaluation)
{
    public object? Value => Evaluation?.Value;

    public static InspectedMember Of(ISymbol member, string type, EvaluationCache cache, Compilation compilation, CancellationToken cancel)
    {
        var name = SourceLocation.OfName(member) ?? SourceLocation.Of(member.DeclaringSyntaxReferences[0].GetSyntax(cancel));
        Problem[] problems = [.. AttributedMember.Problems(member, type, compilation)];
        if (problems.Length > 0)
            return new(member, name, problems, null);
        var evaluation = cache.Evaluate(member, compilation, cancel);
        return new(member, name, [.. evaluation.AllProblems()], evaluation);
    }

    /// <summary>Where the very instance is written; null where this member has no part in it.</summary>
    public SourceLocation? Find(object subject) =>
        ReferenceEquals(subject, Value) ? Name : Evaluation?.Origins.Find(subject);
}
