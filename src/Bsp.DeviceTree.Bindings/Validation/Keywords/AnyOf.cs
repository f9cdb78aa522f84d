using Bsp.DeviceTrees.Bindings.Decoding;

namespace Bsp.DeviceTrees.Bindings.Validation.Keywords;

/// <summary><c>anyOf</c> and <c>oneOf</c>: one of several schemas at least, or exactly one.</summary>
/// <param name="schemas">The schemas.</param>
/// <param name="isOne">Whether it is exactly one.</param>
/// <param name="texts">The schemas as Python writes them.</param>
internal sealed class AnyOf(Schema[] schemas, bool isOne, Func<int, string> texts) : Keyword
{
    private readonly string _name = isOne ? "oneOf" : "anyOf";

    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation)
    {
        var first = 0;
        while (first < schemas.Length && !evaluation.IsValid(schemas[first], instance))
            first++;
        if (first == schemas.Length)
        {
            return evaluation.Fail(
                _name, instance, (_, _) => $"'{_name}' conditional failed, one must be fixed",
                evaluation.Collects ? Errors(instance, evaluation) : null);
        }

        return !isOne || IsOnly(first, instance, evaluation);
    }

    private List<SchemaError> Errors(
        Instance instance, Evaluation evaluation) => [.. schemas.SelectMany(schema => evaluation.Errors(schema, instance))];

    // Whether none after the first is met, too.
    private bool IsOnly(int first, Instance instance, Evaluation evaluation)
    {
        List<int>? more = null;
        for (var i = first + 1; i < schemas.Length; i++)
        {
            if (!evaluation.IsValid(schemas[i], instance))
                continue;
            if (!evaluation.Collects)
                return false;
            (more ??= []).Add(i);
        }

        return more is null || Fail(more.Append(first), instance, evaluation);
    }

    private bool Fail(IEnumerable<int> valid, Instance instance, Evaluation evaluation) =>
        evaluation.Fail(_name, instance, (it, words) => $"{words.Of(it)} is valid under each of {string.Join(", ", valid.Select(texts))}");

    /// <inheritdoc/>
    public override void Annotate(NodeInstance node, Evaluation evaluation, HashSet<string> evaluated) =>
        Annotate(schemas, node, evaluation, evaluated);

    /// <inheritdoc/>
    public override void Annotate(ListInstance list, Evaluation evaluation, HashSet<int> evaluated) =>
        Annotate(schemas, list, evaluation, evaluated);

    /// <summary>Of several schemas those that are met have evaluated what they name.</summary>
    internal static void Annotate(Schema[] schemas, NodeInstance node, Evaluation evaluation, HashSet<string> evaluated)
    {
        foreach (var schema in schemas)
        {
            if (evaluation.IsValid(schema, node))
                evaluation.Annotate(schema, node, evaluated);
        }
    }

    /// <summary>Of several schemas those that are met have evaluated what they name.</summary>
    internal static void Annotate(Schema[] schemas, ListInstance list, Evaluation evaluation, HashSet<int> evaluated)
    {
        foreach (var schema in schemas)
        {
            if (evaluation.IsValid(schema, list))
                evaluation.Annotate(schema, list, evaluated);
        }
    }
}
