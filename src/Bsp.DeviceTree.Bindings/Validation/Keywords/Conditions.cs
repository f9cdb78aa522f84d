using Bsp.DeviceTrees.Bindings.Decoding;

namespace Bsp.DeviceTrees.Bindings.Validation.Keywords;

/// <summary><c>if</c> with <c>then</c> and <c>else</c>.</summary>
internal sealed class If(Schema condition, Schema? then, Schema? otherwise) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation) =>
        (evaluation.IsValid(condition, instance) ? then : otherwise) is not { } schema || evaluation.Check(schema, instance);

    /// <inheritdoc/>
    public override void Annotate(NodeInstance node, Evaluation evaluation, HashSet<string> evaluated)
    {
        var isMet = evaluation.IsValid(condition, node);
        if (isMet)
            evaluation.Annotate(condition, node, evaluated);
        if ((isMet ? then : otherwise) is { } schema)
            evaluation.Annotate(schema, node, evaluated);
    }

    /// <inheritdoc/>
    public override void Annotate(ListInstance list, Evaluation evaluation, HashSet<int> evaluated)
    {
        var isMet = evaluation.IsValid(condition, list);
        if (isMet)
            evaluation.Annotate(condition, list, evaluated);
        if ((isMet ? then : otherwise) is { } schema)
            evaluation.Annotate(schema, list, evaluated);
    }
}

/// <summary><c>not</c>.</summary>
/// <param name="schema">What must not be met.</param>
/// <param name="text">It, as Python writes it.</param>
internal sealed class Not(Schema schema, Func<string> text) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation) =>
        !evaluation.IsValid(schema, instance)
            || evaluation.Fail("not", instance, (it, words) => $"{words.Of(it)} should not be valid under {text()}");
}

/// <summary><c>$ref</c>: another schema, looked for when it is needed first.</summary>
internal sealed class Reference(Func<Schema> find) : Keyword
{
    private Schema? _target;

    private Schema Target => _target ??= find();

    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation) => evaluation.Check(Target, instance);

    /// <inheritdoc/>
    public override void Annotate(NodeInstance node, Evaluation evaluation, HashSet<string> evaluated) =>
        evaluation.Annotate(Target, node, evaluated);

    /// <inheritdoc/>
    public override void Annotate(ListInstance list, Evaluation evaluation, HashSet<int> evaluated) =>
        evaluation.Annotate(Target, list, evaluated);
}
