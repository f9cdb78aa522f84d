using Bsp.DeviceTrees.Bindings.Decoding;

namespace Bsp.DeviceTrees.Bindings.Validation.Keywords;

/// <summary><c>properties</c>: schemas of properties by name.</summary>
/// <param name="properties">The names and schemas.</param>
/// <param name="looksAtValidOnly">Whether what does not meet its schema was not evaluated.</param>
internal sealed class Properties((string Name, Schema Schema)[] properties, bool looksAtValidOnly) : Keyword
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
            if (!evaluated.Contains(name) && node.Members.TryGetValue(name, out var value)
                && (!looksAtValidOnly || evaluation.IsValid(schema, value)))
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

/// <summary>
/// <c>additionalProperties</c>: the schema of what is named by neither <c>properties</c> nor <c>patternProperties</c> beside it.
/// </summary>
/// <param name="schema">The schema.</param>
/// <param name="names">The names in <c>properties</c>.</param>
/// <param name="patterns">The patterns in <c>patternProperties</c>.</param>
/// <param name="keywords">The keywords of the schema, where they count as names that it has evaluated.</param>
internal sealed class AdditionalProperties(Schema schema, IEnumerable<string> names, NamePatterns patterns, IReadOnlyList<string>? keywords)
    : Keyword
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
    public override void Annotate(NodeInstance node, Evaluation evaluation, HashSet<string> evaluated) =>
        Annotate(schema, keywords, node, evaluated);

    /// <summary>What a schema of the rest has evaluated: all where it allows all.</summary>
    internal static void Annotate(Schema schema, IReadOnlyList<string>? keywords, NodeInstance node, HashSet<string> evaluated)
    {
        if (schema.IsTrue)
            evaluated.UnionWith(node.Members.Keys);
        else if (keywords is not null)
            evaluated.UnionWith(keywords.Where(node.Members.ContainsKey));
    }

    private bool Fail(List<string> extras, NodeInstance node, Evaluation evaluation) =>
        evaluation.Fail("additionalProperties", node, (_, _) => Message(extras), extra: extras[0]);

    private string Message(List<string> extras)
    {
        var quoted = string.Join(", ", extras.Order(StringComparer.Ordinal).Select(PythonText.Of));
        return patterns.All.Count == 0
            ? $"Additional properties are not allowed ({quoted} {(extras.Count == 1 ? "was" : "were")} unexpected)"
            : $"{quoted} {(extras.Count == 1 ? "does" : "do")} not match any of the regexes: "
                + $"{string.Join(", ", patterns.All.Select(pattern => pattern.Text).Order(StringComparer.Ordinal).Select(PythonText.Of))}";
    }
}

/// <summary>
/// <c>unevaluatedProperties</c>: the schema of what neither the schema around it nor those that it refers to have evaluated.
/// </summary>
/// <param name="schema">The schema.</param>
/// <param name="around">The schema around it.</param>
/// <param name="keywords">The keywords of the schema, where they count as names that it has evaluated.</param>
internal sealed class UnevaluatedProperties(Schema schema, Func<Schema> around, IReadOnlyList<string>? keywords) : Keyword
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
            {
                // 4.19 names it for each of its errors.
                unexpected.AddRange(
                    Enumerable.Repeat(name, keywords is null || schema.IsFalse ? 1 : evaluation.Errors(schema, value).Count));
            }
        }

        return unexpected.Count == 0 || evaluation.Fail("unevaluatedProperties", node, (_, _) => Message(unexpected), extra: unexpected[0]);
    }

    private string Message(List<string> unexpected)
    {
        var verb = unexpected.Count == 1 ? "was" : "were";
        return keywords is null || schema.IsFalse
            ? $"Unevaluated properties are not allowed ({Quoted(unexpected.Order(StringComparer.Ordinal))} {verb} unexpected)"
            : $"Unevaluated properties are not valid under the given schema ({Quoted(unexpected)} {verb} unevaluated and invalid)";
    }

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(PythonText.Of));

    /// <inheritdoc/>
    public override void Annotate(NodeInstance node, Evaluation evaluation, HashSet<string> evaluated) =>
        AdditionalProperties.Annotate(schema, keywords, node, evaluated);
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
