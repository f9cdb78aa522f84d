using Microsoft.CodeAnalysis;

namespace Bsp.Generators.Evaluation;

/// <summary>One question to the cache: the members that are being evaluated for it, to notice when one depends on itself.</summary>
internal sealed class EvaluationSession(EvaluationCache cache, Compilation compilation, CancellationToken cancellation)
{
    private readonly List<Evaluator> _running = [];

    // Binding is the expensive part of an evaluation, and a method is bound for every call otherwise.
    private readonly Dictionary<SyntaxNode, IOperation?> _operations = [];
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];

    public Compilation Compilation { get; } = compilation;

    public CancellationToken Cancellation { get; } = cancellation;

    public Epoch Epoch { get; } = Epoch.Of(compilation);

    public MemberEvaluation Evaluate(ISymbol member)
    {
        var id = IdOf(member);
        var tree = member.DeclaringSyntaxReferences[0].SyntaxTree;
        if (cache.Find(tree, id, Compilation, Epoch) is { } found)
            return found;

        cache.CountEvaluation();
        var evaluator = new Evaluator(this, member, id);
        _running.Add(evaluator);
        MemberEvaluation result;
        try
        {
            result = evaluator.Run();
        }
        finally
        {
            _running.RemoveAt(_running.Count - 1);
        }

        // Where a circle is noticed depends on where one enters it: only its first member is the same for everyone.
        if (!evaluator.IsInsideCycle)
            cache.Store(tree, result);
        return result;
    }

    public IOperation? OperationOf(SyntaxNode syntax)
    {
        if (_operations.TryGetValue(syntax, out var known))
            return known;
        if (!_models.TryGetValue(syntax.SyntaxTree, out var model))
            _models.Add(syntax.SyntaxTree, model = Compilation.GetSemanticModel(syntax.SyntaxTree));
        var operation = model.GetOperation(syntax, Cancellation);
        _operations.Add(syntax, operation);
        return operation;
    }

    /// <summary>The members from the given one to the one that refers to it again; empty where it is not being evaluated.</summary>
    public IReadOnlyList<string> CycleTo(ISymbol member)
    {
        var id = IdOf(member);
        var start = _running.FindIndex(evaluator => evaluator.Id == id);
        if (start < 0)
            return [];
        foreach (var inside in _running.Skip(start + 1))
            inside.IsInsideCycle = true;
        return [.. _running.Skip(start).Select(evaluator => evaluator.Name), _running[start].Name];
    }

    private static string IdOf(ISymbol member) => member.GetDocumentationCommentId() ?? member.ToDisplayString();
}
