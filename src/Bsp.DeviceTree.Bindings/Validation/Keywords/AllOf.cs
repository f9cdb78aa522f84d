using Bsp.DeviceTrees.Bindings.Decoding;

namespace Bsp.DeviceTrees.Bindings.Validation.Keywords;

/// <summary><c>allOf</c>: all of several schemas.</summary>
internal sealed class AllOf(Schema[] schemas) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation)
    {
        var isValid = true;
        foreach (var schema in schemas)
        {
            if (evaluation.Check(schema, instance))
                continue;
            isValid = false;
            if (!evaluation.Collects)
                break;
        }

        return isValid;
    }

    /// <inheritdoc/>
    public override void Annotate(NodeInstance node, Evaluation evaluation, HashSet<string> evaluated) =>
        AnyOf.Annotate(schemas, node, evaluation, evaluated);

    /// <inheritdoc/>
    public override void Annotate(ListInstance list, Evaluation evaluation, HashSet<int> evaluated) =>
        AnyOf.Annotate(schemas, list, evaluation, evaluated);
}
