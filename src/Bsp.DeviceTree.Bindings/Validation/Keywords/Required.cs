using Bsp.DeviceTrees.Bindings.Decoding;

namespace Bsp.DeviceTrees.Bindings.Validation.Keywords;

/// <summary><c>required</c>: what a node must have.</summary>
internal sealed class Required(string[] names) : Keyword
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
                isValid = Fail(name, node, evaluation);
        }

        return isValid;
    }

    private static bool Fail(string name, NodeInstance node, Evaluation evaluation) =>
        evaluation.Fail("required", node, (_, _) => $"{PythonText.Of(name)} is a required property");
}

/// <summary><c>dependentRequired</c>: what a node must have that has something else.</summary>
internal sealed class DependentRequired((string Name, string[] Others)[] dependencies) : Keyword
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
                    isValid = Fail(name, other, node, evaluation);
            }
        }

        return isValid;
    }

    private static bool Fail(string name, string other, NodeInstance node, Evaluation evaluation) =>
        evaluation.Fail("dependentRequired", node, (_, _) => $"{PythonText.Of(other)} is a dependency of {PythonText.Of(name)}");
}

/// <summary><c>dependentSchemas</c>: the schema of a node that has something.</summary>
internal sealed class DependentSchemas((string Name, Schema Schema)[] dependencies) : Keyword
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
        || evaluation.Fail(
            isLeast ? "minProperties" : "maxProperties", node,
            (it, words) => words.Of(it) + (isLeast ? " does not have enough properties" : " has too many properties"));
}
