using System.Globalization;
using Bsp.DeviceTrees.Bindings.Decoding;
using Bsp.DeviceTrees.Bindings.Documents;

namespace Bsp.DeviceTrees.Bindings.Validation.Keywords;

/// <summary><c>type</c>: what something is, by JSON's names.</summary>
internal sealed class TypeKeyword(string[] types) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation)
    {
        foreach (var type in types)
        {
            if (Is(instance, type))
                return true;
        }

        return evaluation.Fail(
            "type", instance, (it, words) => $"{words.Of(it)} is not of type {string.Join(", ", types.Select(PythonText.Of))}");
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
    public override bool Check(Instance instance, Evaluation evaluation) =>
        instance.Is(value) || evaluation.Fail("const", instance, (_, words) => $"{words.Of(value)} was expected");
}

/// <summary><c>enum</c>: the values.</summary>
internal sealed class EnumKeyword(SchemaList values) : Keyword
{
    private HashSet<string>? _texts;

    private HashSet<string> Texts =>
        _texts ??= values.Items.OfType<SchemaText>().Select(value => value.Text).ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation) =>
        (instance is TextInstance { Text: var text } ? Texts.Contains(text) : values.Items.Exists(instance.Is))
        || evaluation.Fail("enum", instance, (it, words) => $"{words.Of(it)} is not one of {words.Of(values)}");
}

/// <summary><c>pattern</c>: what a text looks like.</summary>
internal sealed class Pattern(NamePattern pattern) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation) =>
        instance is not TextInstance { Text: var text } || pattern.IsMatch(text)
            || evaluation.Fail("pattern", instance, (it, words) => $"{words.Of(it)} does not match {PythonText.Of(pattern.Text)}");
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
        var order = bound is SchemaInteger { Value: var whole }
            ? value.CompareTo(whole)
            : ((double)value).CompareTo(((SchemaReal)bound).Value);
        var isMet = keyword switch
        {
            "minimum" => order >= 0,
            "maximum" => order <= 0,
            "exclusiveMinimum" => order > 0,
            _ => order < 0,
        };
        return isMet || evaluation.Fail(keyword, instance, (it, words) => $"{words.Of(it)} is {Relation} of {words.Of(bound)}");
    }

    private string Relation => keyword switch
    {
        "minimum" => "less than the minimum",
        "maximum" => "greater than the maximum",
        "exclusiveMinimum" => "less than or equal to the minimum",
        _ => "greater than or equal to the maximum",
    };
}

/// <summary><c>multipleOf</c>: what a number is a multiple of.</summary>
internal sealed class MultipleOf(Int128 divisor) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation) =>
        instance is not NumberInstance { Value: var value } || value % divisor == 0
        || evaluation.Fail(
            "multipleOf", instance,
            (it, words) => $"{words.Of(it)} is not a multiple of {words.Of(divisor)}");
}

/// <summary><c>minLength</c> and <c>maxLength</c>: how long a text is.</summary>
internal sealed class TextLength(int length, bool isLeast) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation) =>
        instance is not TextInstance { Text: var text } || (isLeast ? text.Length >= length : text.Length <= length)
        || evaluation.Fail(
            isLeast ? "minLength" : "maxLength", instance, (it, words) => words.Of(it) + (isLeast ? " is too short" : " is too long"));
}
