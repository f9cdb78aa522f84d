using System.Globalization;
using Bsp.DeviceTrees.Bindings.Decoding;
using Bsp.DeviceTrees.Bindings.Documents;

namespace Bsp.DeviceTrees.Bindings.Validation.Keywords;

/// <summary><c>type</c>: what something is, by JSON's names.</summary>
internal sealed class TypeKeyword(IReadOnlyList<string> types) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation)
    {
        foreach (var type in types)
        {
            if (Is(instance, type))
                return true;
        }

        return evaluation.Fail("type", instance, () => $"{PythonText.Of(instance)} is not of type {string.Join(", ", types.Select(PythonText.Of))}");
    }

    private static bool Is(Instance instance, string type) => type switch
    {
        "object" => instance is NodeInstance,
        "array" => instance is ListInstance,
        "string" => instance is TextInstance,
        "integer" or "number" => instance is NumberInstance,
        "boolean" => instance is FlagInstance,
        _ => false,
    };
}

/// <summary><c>const</c>: the only value.</summary>
internal sealed class Const(SchemaValue value) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation) => instance.Is(value) || evaluation.Fail("const", instance, () => $"{PythonText.Of(value)} was expected");
}

/// <summary><c>enum</c>: the values.</summary>
internal sealed class EnumKeyword(SchemaList values) : Keyword
{
    private readonly HashSet<string> _texts = values.Items.OfType<SchemaText>().Select(value => value.Text).ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation) =>
        (instance is TextInstance { Text: var text } ? _texts.Contains(text) : values.Items.Exists(instance.Is))
        || evaluation.Fail("enum", instance, () => $"{PythonText.Of(instance)} is not one of {PythonText.Of(values)}");
}

/// <summary><c>pattern</c>: what a text looks like.</summary>
internal sealed class Pattern(NamePattern pattern) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation) =>
        instance is not TextInstance { Text: var text } || pattern.IsMatch(text) || evaluation.Fail("pattern", instance, () => $"{PythonText.Of(text)} does not match {PythonText.Of(pattern.Text)}");
}

/// <summary><c>minimum</c>, <c>maximum</c> and their exclusive kin.</summary>
/// <param name="keyword">Which of them.</param>
/// <param name="bound">The bound, a number.</param>
internal sealed class Bound(string keyword, SchemaValue bound) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation)
    {
        if (instance is not NumberInstance { Value: var value })
            return true;
        var order = bound is SchemaInteger { Value: var whole } ? value.CompareTo(whole) : ((double)value).CompareTo(((SchemaReal)bound).Value);
        var (isMet, words) = keyword switch
        {
            "minimum" => (order >= 0, "less than the minimum"),
            "maximum" => (order <= 0, "greater than the maximum"),
            "exclusiveMinimum" => (order > 0, "less than or equal to the minimum"),
            _ => (order < 0, "greater than or equal to the maximum"),
        };
        return isMet || evaluation.Fail(keyword, instance, () => $"{PythonText.Of(instance)} is {words} of {PythonText.Of(bound)}");
    }
}

/// <summary><c>multipleOf</c>: what a number is a multiple of.</summary>
internal sealed class MultipleOf(Int128 divisor) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation) =>
        instance is not NumberInstance { Value: var value } || value % divisor == 0
        || evaluation.Fail("multipleOf", instance, () => string.Create(CultureInfo.InvariantCulture, $"{PythonText.Of(instance)} is not a multiple of {divisor}"));
}

/// <summary><c>minLength</c> and <c>maxLength</c>: how long a text is.</summary>
internal sealed class TextLength(int length, bool isLeast) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation) =>
        instance is not TextInstance { Text: var text } || (isLeast ? text.Length >= length : text.Length <= length)
        || evaluation.Fail(isLeast ? "minLength" : "maxLength", instance, () => PythonText.Of(text) + (isLeast ? " is too short" : " is too long"));
}
