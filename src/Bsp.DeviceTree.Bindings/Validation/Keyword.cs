using Bsp.DeviceTrees.Bindings.Decoding;

namespace Bsp.DeviceTrees.Bindings.Validation;

/// <summary>Something that a schema asks for (JSON Schema 2019-09). What cannot meet it, as a number a pattern, does.</summary>
internal abstract class Keyword
{
    /// <summary>Whether something meets it; where not, it reports so to the evaluation.</summary>
    public abstract bool Check(Instance instance, Evaluation evaluation);

    /// <summary>Adds the properties of a node that it has evaluated, for <c>unevaluatedProperties</c>.</summary>
    /// <remarks>
    /// As Python's jsonschema has it (_utils.py, find_evaluated_property_keys_by_schema), which dt-schema's verdicts rest on. In
    /// 4.10 a property that does not meet its own schema was not evaluated; in 4.19 it was.
    /// </remarks>
    public virtual void Annotate(NodeInstance node, Evaluation evaluation, HashSet<string> evaluated)
    {
    }

    /// <summary>Adds the items of a list that it has evaluated, for <c>unevaluatedItems</c>.</summary>
    public virtual void Annotate(ListInstance list, Evaluation evaluation, HashSet<int> evaluated)
    {
    }
}
