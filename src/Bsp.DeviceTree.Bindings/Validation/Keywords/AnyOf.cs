using Bsp.DeviceTrees.Bindings.Decoding;

namespace Bsp.DeviceTrees.Bindings.Validation.Keywords;

/// <summary><c>anyOf</c> and <c>oneOf</c>: one of several schemas at least, or exactly one.</summary>
/// <param name="schemas">The schemas.</param>
/// <param name="isOne">Whether it is exactly one.</param>
/// <param name="texts">The schemas as Python writes them.</param>
internal sealed class AnyOf(IReadOnlyList<Schema> schemas, bool isOne, Func<int, string> texts) : Keyword
{
    private readonly string _name = isOne ? "oneOf" : "anyOf";

    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation)
    {
        var first = 0;
        while (first < schemas.Count && !evaluation.IsValid(schemas[first], instance))
            first++;
        if (first == schemas.Count)
        {
            return evaluation.Fail(
                _name,
                instance,
                () => $"'{_name}' conditional failed, one must be fixed",
                evaluation.Collects ? [.. schemas.SelectMany(schema => evaluation.Errors(schema, instance))] : null);
        }

        if (!isOne)
            return true;
        var more = Enumerable.Range(first + 1, schemas.Count - first - 1).Where(i => evaluation.IsValid(schemas[i], instance));
        if (!evaluation.Collects)
            return !more.Any();
        var valid = more.ToList();
        return valid.Count == 0 || evaluation.Fail(_name, instance, () => $"{PythonText.Of(instance)} is valid under each of {string.Join(", ", valid.Append(first).Select(texts))}");
    }

    /// <inheritdoc/>
    public override void Annotate(NodeInstance node, Evaluation evaluation, HashSet<string> evaluated) => Annotate(schemas, node, evaluation, evaluated);

    /// <inheritdoc/>
    public override void Annotate(ListInstance list, Evaluation evaluation, HashSet<int> evaluated) => Annotate(schemas, list, evaluation, evaluated);

    /// <summary>Of several schemas those that are met have looked at what they name.</summary>
    internal static void Annotate(IReadOnlyList<Schema> schemas, NodeInstance node, Evaluation evaluation, HashSet<string> evaluated)
    {
        foreach (var schema in schemas)
        {
            if (evaluation.IsValid(schema, node))
                evaluation.Annotate(schema, node, evaluated);
        }
    }

    /// <summary>Of several schemas those that are met have looked at what they name.</summary>
    internal static void Annotate(IReadOnlyList<Schema> schemas, ListInstance list, Evaluation evaluation, HashSet<int> evaluated)
    {
        foreach (var schema in schemas)
        {
            if (evaluation.IsValid(schema, list))
                evaluation.Annotate(schema, list, evaluated);
        }
    }
}
