using System.Globalization;
using Bsp.DeviceTrees.Bindings.Decoding;

namespace Bsp.DeviceTrees.Bindings.Validation.Keywords;

/// <summary><c>items</c> with one schema: that of all items.</summary>
internal sealed class AllItems(Schema schema) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation) =>
        instance is not ListInstance list || Range(schema, list.Items, 0, evaluation);

    /// <inheritdoc/>
    public override void Annotate(ListInstance list, Evaluation evaluation, HashSet<int> evaluated) =>
        evaluated.UnionWith(Enumerable.Range(0, list.Items.Count));

    /// <summary>Holds a schema against the items from one on.</summary>
    internal static bool Range(Schema schema, IReadOnlyList<Instance> items, int start, Evaluation evaluation)
    {
        var isValid = true;
        for (var i = start; i < items.Count && (isValid || evaluation.Collects); i++)
            isValid &= evaluation.Check(schema, items[i], i);
        return isValid;
    }
}

/// <summary><c>items</c> with a list: schemas of the first items, one each.</summary>
/// <param name="schemas">The schemas.</param>
/// <param name="looksAtAll">
/// Whether items after those of the list count as evaluated: always in jsonschema 4.10, in 4.19 where <c>additionalItems</c> is beside it.
/// </param>
internal sealed class EachItem(Schema[] schemas, bool looksAtAll) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation)
    {
        if (instance is not ListInstance { Items: var items })
            return true;
        var isValid = true;
        for (var i = 0; i < schemas.Length && i < items.Count && (isValid || evaluation.Collects); i++)
            isValid &= evaluation.Check(schemas[i], items[i], i);
        return isValid;
    }

    /// <inheritdoc/>
    public override void Annotate(ListInstance list, Evaluation evaluation, HashSet<int> evaluated) =>
        evaluated.UnionWith(Enumerable.Range(0, looksAtAll ? list.Items.Count : schemas.Length));
}

/// <summary><c>additionalItems</c>: the schema of the items after those that <c>items</c> has schemas for.</summary>
internal sealed class AdditionalItems(Schema schema, int count) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation)
    {
        if (instance is not ListInstance list || list.Items.Count <= count)
            return true;
        return schema.IsFalse
            ? evaluation.Fail("additionalItems", list, Message)
            : AllItems.Range(schema, list.Items, count, evaluation);
    }

    private string Message(Instance instance, FindingWords words)
    {
        var more = ((ListInstance)instance).Items.Skip(count).Select(words.Of).ToList();
        return $"Additional items are not allowed ({string.Join(", ", more)} {(more.Count == 1 ? "was" : "were")} unexpected)"
            + words.Expected(count, "at most", ((ListInstance)instance).Items.Count);
    }
}

/// <summary>
/// <c>unevaluatedItems</c>: the schema of the items that neither the schema around it nor those that it refers to have evaluated.
/// </summary>
/// <param name="schema">The schema.</param>
/// <param name="around">The schema around it.</param>
/// <param name="sorts">Whether the message has the items in the order of their texts.</param>
internal sealed class UnevaluatedItems(Schema schema, Func<Schema> around, bool sorts) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation)
    {
        if (instance is not ListInstance list)
            return true;
        var evaluated = new HashSet<int>();
        evaluation.Annotate(around(), list, evaluated);
        var unexpected = list.Items.Where((_, i) => !evaluated.Contains(i)).ToList();
        return unexpected.Count == 0 || evaluation.Fail("unevaluatedItems", list, (_, words) => Message(unexpected, words));
    }

    private string Message(List<Instance> unexpected, FindingWords words)
    {
        var texts = unexpected.Select(words.Of);
        return $"Unevaluated items are not allowed ({string.Join(", ", sorts ? texts.Order(StringComparer.Ordinal) : texts)} "
            + $"{(unexpected.Count == 1 ? "was" : "were")} unexpected)";
    }

    /// <inheritdoc/>
    public override void Annotate(ListInstance list, Evaluation evaluation, HashSet<int> evaluated) =>
        evaluated.UnionWith(Enumerable.Range(0, list.Items.Count).Where(i => evaluation.IsValid(schema, list.Items[i])));
}

/// <summary><c>contains</c>: how many items meet a schema; one at least, where nothing else is said.</summary>
internal sealed class Contains(Schema schema, int least, int most) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation)
    {
        if (instance is not ListInstance list)
            return true;
        var count = 0;
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (evaluation.IsValid(schema, list.Items[i]) && ++count > most)
            {
                return evaluation.Fail(
                    "maxContains", list,
                    (_, _) => string.Create(
                        CultureInfo.InvariantCulture, $"Too many items match the given schema (expected at most {most})"));
            }
        }

        if (count >= least)
            return true;
        return count == 0
            ? evaluation.Fail("contains", list, (it, words) => $"{words.Of(it)} does not contain items matching the given schema")
            : TooFew(count, list, evaluation);
    }

    private bool TooFew(int count, ListInstance list, Evaluation evaluation) => evaluation.Fail(
        "minContains", list,
        (_, _) => string.Create(
            CultureInfo.InvariantCulture, $"Too few items match the given schema (expected at least {least} but only {count} matched)"));

    /// <inheritdoc/>
    public override void Annotate(ListInstance list, Evaluation evaluation, HashSet<int> evaluated) =>
        evaluated.UnionWith(Enumerable.Range(0, list.Items.Count).Where(i => evaluation.IsValid(schema, list.Items[i])));
}

/// <summary><c>minItems</c> and <c>maxItems</c>: how many items there are.</summary>
internal sealed class ItemCount(int count, bool isLeast) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation) =>
        instance is not ListInstance list || (isLeast ? list.Items.Count >= count : list.Items.Count <= count)
        || evaluation.Fail(isLeast ? "minItems" : "maxItems", list, (it, words) =>
            words.Of(it) + (isLeast ? " is too short" : " is too long")
            + words.Expected(count, isLeast ? "at least" : "at most", list.Items.Count));
}

/// <summary><c>uniqueItems</c>: no item occurs twice.</summary>
internal sealed class UniqueItems : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation)
    {
        if (instance is not ListInstance { Items: var items } list)
            return true;
        for (var i = 1; i < items.Count; i++)
        {
            evaluation.Count(i);
            for (var j = 0; j < i; j++)
            {
                if (items[i].Is(items[j]))
                    return evaluation.Fail("uniqueItems", list, (it, words) => $"{words.Of(it)} has non-unique elements");
            }
        }

        return true;
    }
}

/// <summary><c>typeSize</c>, dt-schema's own: how many bits a number has.</summary>
internal sealed class TypeSize(int bits) : Keyword
{
    // What is not a number is of 32 bits.
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation) =>
        Check(instance, instance is NumberInstance { Bits: var actual } ? actual : 32, bits, evaluation);

    /// <summary>Whether numbers have the right size.</summary>
    internal static bool Check(Instance instance, int actual, int expected, Evaluation evaluation) =>
        actual == expected
            || evaluation.Fail(
                "typeSize", instance, (_, _) => string.Create(CultureInfo.InvariantCulture, $"size is {actual}, expected {expected}"));
}

/// <summary><c>typeSize</c> of dt-schema 2022.08.2: how many bits the numbers of a matrix have.</summary>
internal sealed class MatrixTypeSize(int bits) : Keyword
{
    /// <inheritdoc/>
    public override bool Check(Instance instance, Evaluation evaluation) =>
        instance is not ListInstance list || list.Row(0) is not [NumberInstance { Bits: var actual }, ..]
            || TypeSize.Check(list, actual, bits, evaluation);
}
