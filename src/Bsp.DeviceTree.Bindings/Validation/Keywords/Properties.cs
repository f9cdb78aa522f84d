using Bsp.DeviceTrees.Bindings.Decoding;

namespace Bsp.DeviceTrees.Bindings.Validation.Keywords;

/// <summary><c>properties</c>: schemas of properties by name.</summary>
internal sealed class Properties((string Name, Schema Schema)[] properties) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation)
    {
        var isValid = true;
        if (instance is not NodeInstance node)
            return isValid;
        foreach (var (name, schema) in properties)
        {
            if (schema.IsTrue || !node.Members.TryGetValue(name, out var value) || evaluation.Check(schema, value, name))
                continue;
            isValid = false;
            if (!evaluation.Collects)
                break;
        }

        return isValid;
    }

    /// <inheritdoc/>
    public override void Annotate(NodeInstance node, Evaluation evaluation, HashSet<string> evaluated)
    {
        foreach (var (name, schema) in properties)
        {
            if (!evaluated.Contains(name) && node.Members.TryGetValue(name, out var value) && evaluation.IsValid(schema, value))
                evaluated.Add(name);
        }
    }
}

/// <summary><c>patternProperties</c>: schemas of properties by patterns of names.</summary>
internal sealed class PatternProperties(NamePatterns patterns, Schema[] schemas) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation)
    {
        var isValid = true;
        if (instance is not NodeInstance node)
            return isValid;
        foreach (var (name, value) in node.Members)
        {
            foreach (var i in patterns.Matching(name))
                isValid &= evaluation.Check(schemas[i], value, name);
            if (!isValid && !evaluation.Collects)
                break;
        }

        return isValid;
    }

    /// <inheritdoc/>
    public override void Annotate(NodeInstance node, Evaluation evaluation, HashSet<string> evaluated)
    {
        foreach (var name in node.Members.Keys)
        {
            if (patterns.Matching(name).Length > 0)
                evaluated.Add(name);
        }
    }
}

/// <summary><c>additionalProperties</c>: the schema of what is named by neither <c>properties</c> nor <c>patternProperties</c> beside it.</summary>
internal sealed class AdditionalProperties(Schema schema, IEnumerable<string> names, NamePatterns patterns) : Keyword
{
    private HashSet<string>? _names;

    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation)
    {
        if (instance is not NodeInstance node || schema.IsTrue)
            return true;
        _names ??= names.ToHashSet(StringComparer.Ordinal);
        var isValid = true;
        List<string>? forbidden = null;
        foreach (var (name, value) in node.Members)
        {
            if (_names.Contains(name) || patterns.Matching(name).Length > 0)
                continue;
            if (schema.IsFalse)
                (forbidden ??= []).Add(name);
            else
                isValid &= evaluation.Check(schema, value, name);
            if (!isValid && !evaluation.Collects)
                break;
        }

        return forbidden is null ? isValid : Fail(forbidden, node, evaluation);
    }

    /// <inheritdoc/>
    public override void Annotate(NodeInstance node, Evaluation evaluation, HashSet<string> evaluated)
    {
        if (schema.IsTrue)
            evaluated.UnionWith(node.Members.Keys);
    }

    private bool Fail(List<string> extras, NodeInstance node, Evaluation evaluation) =>
        evaluation.Fail("additionalProperties", node, _ => Message(extras), extra: extras[0]);

    private string Message(List<string> extras)
    {
        var quoted = string.Join(", ", extras.Order(StringComparer.Ordinal).Select(PythonText.Of));
        return patterns.All.Count == 0
            ? $"Additional properties are not allowed ({quoted} {(extras.Count == 1 ? "was" : "were")} unexpected)"
            : $"{quoted} {(extras.Count == 1 ? "does" : "do")} not match any of the regexes: {string.Join(", ", patterns.All.Select(pattern => pattern.Text).Order(StringComparer.Ordinal).Select(PythonText.Of))}";
    }
}

/// <summary><c>unevaluatedProperties</c>: the schema of what neither the schema around it nor those that it refers to have looked at.</summary>
/// <param name="schema">The schema.</param>
/// <param name="around">The schema around it.</param>
internal sealed class UnevaluatedProperties(Schema schema, Func<Schema> around) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation)
    {
        if (instance is not NodeInstance node || schema.IsTrue)
            return true;
        var evaluated = new HashSet<string>(StringComparer.Ordinal);
        evaluation.Annotate(around(), node, evaluated);
        var unexpected = new List<string>();
        foreach (var (name, value) in node.Members)
        {
            if (!evaluated.Contains(name) && !evaluation.IsValid(schema, value))
                unexpected.Add(name);
        }

        return unexpected.Count == 0 || evaluation.Fail(
            "unevaluatedProperties",
            node,
            _ => $"Unevaluated properties are not allowed ({string.Join(", ", unexpected.Order(StringComparer.Ordinal).Select(PythonText.Of))} {(unexpected.Count == 1 ? "was" : "were")} unexpected)",
            extra: unexpected[0]);
    }

    /// <inheritdoc/>
    public override void Annotate(NodeInstance node, Evaluation evaluation, HashSet<string> evaluated)
    {
        if (schema.IsTrue)
            evaluated.UnionWith(node.Members.Keys);
    }
}

/// <summary><c>propertyNames</c>: a schema of all names.</summary>
internal sealed class PropertyNames(Schema schema) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation)
    {
        var isValid = true;
        foreach (var name in (instance as NodeInstance)?.Members.Keys.AsEnumerable() ?? [])
            isValid &= evaluation.Check(schema, new TextInstance(name));
        return isValid;
    }
}
