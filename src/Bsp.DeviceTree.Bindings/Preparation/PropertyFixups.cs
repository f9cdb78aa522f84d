using Bsp.DeviceTrees.Bindings.Documents;

namespace Bsp.DeviceTrees.Bindings.Preparation;

/// <summary>
/// Rewrites the schemas of properties, which people write as if a value were one thing, for what values are in a decoded tree.
/// </summary>
internal abstract class PropertyFixups
{
    private static readonly string[] s_alternatives = ["allOf", "oneOf", "anyOf"];

    /// <summary>Those of a version.</summary>
    public static PropertyFixups Of(SchemaRules rules) => rules == SchemaRules.V2022 ? new PropertyFixups2022() : new PropertyFixups2025();

    /// <summary>
    /// Rewrites what a schema says about a property, also where it says it in alternatives (walk_properties in both versions).
    /// </summary>
    public void Walk(SchemaContext context, SchemaValue? value)
    {
        if (value is not SchemaMap schema)
            return;
        Simplify(schema);
        foreach (var alternatives in s_alternatives)
        {
            foreach (var alternative in (schema[alternatives] as SchemaList)?.Items ?? [])
                Walk(context.Enter(alternatives), alternative);
        }

        Walk(context.Enter("then"), schema["then"]);
        schema.Remove("description");
        Rewrite(context, schema);
        SchemaFixups.SplitDependencies(schema);
    }

    /// <summary>Rewrites a schema before its alternatives.</summary>
    protected virtual void Simplify(SchemaMap schema)
    {
    }

    /// <summary>
    /// Rewrites a schema whose alternatives are rewritten. The steps have the version's order, which decides what comes of them.
    /// </summary>
    protected abstract void Rewrite(SchemaContext context, SchemaMap schema);

    /// <summary>A list of one item.</summary>
    protected static SchemaList One(SchemaValue item) => new() { Items = [item] };

    /// <summary>A schema of items.</summary>
    protected static SchemaMap ItemsOf(SchemaValue items)
    {
        var map = new SchemaMap();
        map["items"] = items;
        return map;
    }

    /// <summary>Moves keywords of a schema into one of their own.</summary>
    protected static SchemaMap Take(SchemaMap schema, string[] names)
    {
        var taken = new SchemaMap();
        foreach (var name in names)
        {
            if (schema.TryTake(name, out var value))
                taken[name] = value;
        }

        return taken;
    }

    /// <summary>Makes rows of what is said about the numbers of <c>reg</c>.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="single">The keywords that are about one number.</param>
    protected static void WrapReg(SchemaMap schema, string[] single)
    {
        var item = schema["items"] switch
        {
            null => schema,
            SchemaList list => list.Items.FirstOrDefault(),
            var items => items,
        };
        if (item is SchemaMap map && SchemaShape.IsInteger(map))
            schema["items"] = One(ItemsOf(One(Take(map, single))));
    }

    /// <summary>Removes items of which nothing is said but how many there are.</summary>
    protected static void RemoveEmptyItems(SchemaMap schema)
    {
        if (schema["items"] is SchemaMap inner)
            RemoveEmptyItems(inner);
        if (schema["items"] is not SchemaList list)
            return;
        foreach (var map in list.Items.OfType<SchemaMap>())
        {
            map.Remove("description");
            RemoveEmptyItems(map);
            if (map.Count > 0)
                return;
        }

        schema.TryAdd("type", new SchemaText("array"));
        schema.TryAdd("maxItems", new SchemaInteger(list.Items.Count));
        schema.TryAdd("minItems", new SchemaInteger(list.Items.Count));
        schema.Remove("items");
    }

    /// <summary>Says how many items there are where a list of them says it, and that one bound is both.</summary>
    /// <param name="value">The schema, or a list of them.</param>
    /// <param name="hasOneBound">Whether the other bound stays open.</param>
    protected static void SizeItems(SchemaValue? value, bool hasOneBound = false)
    {
        if (value is SchemaList list)
        {
            foreach (var item in list.Items)
                SizeItems(item, hasOneBound);
        }

        if (value is not SchemaMap schema)
            return;
        schema.Remove("description");
        if (schema["items"] is { } items)
        {
            schema["type"] = new SchemaText("array");
            if (items is SchemaList { Items.Count: var count })
            {
                schema.TryAdd("minItems", new SchemaInteger(count));
                schema.TryAdd("maxItems", new SchemaInteger(count));
            }

            SizeItems(items, hasOneBound);
        }
        else if (schema["maxItems"] is { } most && !hasOneBound)
        {
            schema.TryAdd("minItems", most);
        }
        else if (schema["minItems"] is { } least && !hasOneBound)
        {
            schema.TryAdd("maxItems", least);
        }
    }
}
