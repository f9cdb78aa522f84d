using Bsp.DeviceTrees.Bindings.Decoding;

namespace Bsp.DeviceTrees.Bindings.Validation.Keywords;

/// <summary><c>required</c>: what a node must have.</summary>
internal sealed class Required(IReadOnlyList<string> names) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation)
    {
        var isValid = true;
        if (instance is not NodeInstance node)
            return isValid;
        foreach (var name in names)
        {
            if (!node.Members.ContainsKey(name))
                isValid = evaluation.Fail("required", node, () => $"{PythonText.Of(name)} is a required property");
        }

        return isValid;
    }
}

/// <summary><c>dependentRequired</c>: what a node must have that has something else.</summary>
internal sealed class DependentRequired(IReadOnlyList<(string Name, IReadOnlyList<string> Others)> dependencies) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation)
    {
        var isValid = true;
        if (instance is not NodeInstance node)
            return isValid;
        foreach (var (name, others) in dependencies)
        {
            foreach (var other in others)
            {
                if (node.Members.ContainsKey(name) && !node.Members.ContainsKey(other))
                    isValid = evaluation.Fail("dependentRequired", node, () => $"{PythonText.Of(other)} is a dependency of {PythonText.Of(name)}");
            }
        }

        return isValid;
    }
}

/// <summary><c>dependentSchemas</c>: the schema of a node that has something.</summary>
internal sealed class DependentSchemas(IReadOnlyList<(string Name, Schema Schema)> dependencies) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation)
    {
        var isValid = true;
        if (instance is not NodeInstance node)
            return isValid;
        foreach (var (name, schema) in dependencies)
            isValid &= !node.Members.ContainsKey(name) || evaluation.Check(schema, node);
        return isValid;
    }

    /// <inheritdoc/>
    public override void Annotate(NodeInstance node, Evaluation evaluation, HashSet<string> evaluated)
    {
        foreach (var (name, schema) in dependencies)
        {
            if (node.Members.ContainsKey(name))
                evaluation.Annotate(schema, node, evaluated);
        }
    }
}

/// <summary><c>minProperties</c> and <c>maxProperties</c>: how much a node has.</summary>
internal sealed class PropertyCount(int count, bool isLeast) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation) =>
        instance is not NodeInstance node || (isLeast ? node.Members.Count >= count : node.Members.Count <= count)
        || evaluation.Fail(isLeast ? "minProperties" : "maxProperties", node, () => PythonText.Of(node) + (isLeast ? " does not have enough properties" : " has too many properties"));
}
