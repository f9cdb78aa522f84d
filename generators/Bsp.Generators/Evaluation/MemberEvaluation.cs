using Bsp.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Bsp.Generators.Evaluation;

/// <summary>The value of a static member, and everything that is needed to use it again or to report on it.</summary>
internal sealed class MemberEvaluation(
    string id,
    object? value,
    bool isKnown,
    IReadOnlyList<Problem> problems,
    IReadOnlyList<MemberEvaluation> needs,
    IReadOnlyCollection<SyntaxTree> trees,
    Origins origins,
    Epoch epoch)
{
    /// <summary>The member's documentation id.</summary>
    public string Id { get; } = id;

    /// <summary>The value; null where it could not be known.</summary>
    public object? Value { get; } = value;

    /// <summary>Whether the value could be evaluated.</summary>
    public bool IsKnown { get; } = isKnown;

    /// <summary>Where its objects were made.</summary>
    public Origins Origins { get; } = origins;

    /// <summary>The syntax trees that were read, directly or by the members that this one refers to.</summary>
    public IReadOnlyCollection<SyntaxTree> SyntaxTrees { get; } = trees;

    /// <summary>Whether evaluating again in this compilation would read the very same trees and bind the same names.</summary>
    public bool IsValidFor(Compilation compilation, Epoch now) => epoch.Equals(now) && SyntaxTrees.All(compilation.ContainsSyntaxTree);

    /// <summary>What is wrong with this member and with those that it refers to.</summary>
    public IEnumerable<Problem> AllProblems()
    {
        var seen = new HashSet<MemberEvaluation>();
        var open = new Stack<MemberEvaluation>([this]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (!seen.Add(next))
                continue;
            foreach (var problem in next.OwnProblems)
                yield return problem;
            foreach (var need in next.Needs)
                open.Push(need);
        }
    }

    private IReadOnlyList<Problem> OwnProblems { get; } = problems;

    private IReadOnlyList<MemberEvaluation> Needs { get; } = needs;
}
