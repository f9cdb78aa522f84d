using System.Text.RegularExpressions;
using Bsp.DeviceTrees.Bindings.Documents;

namespace Bsp.DeviceTrees.Bindings.Preparation;

/// <summary>Rewrites the schemas of properties, which people write as if a value were one thing, for what values are: lists of lists of cells, and lists of texts
/// (dtschema/lib.py of dt-schema 2022.08.2, fixup_vals). The steps have that version's order, which decides what comes of them.</summary>
internal static partial class PropertyFixups
{
    private static readonly string[] s_alternatives = ["allOf", "oneOf", "anyOf"];
    private static readonly string[] s_single = ["const", "enum", "pattern", "minimum", "maximum"];
    private static readonly string[] s_integer = ["const", "enum", "minimum", "maximum"];
    private static readonly string[] s_item = ["items", "minItems", "maxItems", "uniqueItems", "default"];

    private static readonly HashSet<string> s_arrays = new(StringComparer.Ordinal)
    {
        "assigned-clock-rates", "linux,keycodes", "max8997,pmic-buck1-dvs-voltage", "max8997,pmic-buck2-dvs-voltage", "max8997,pmic-buck5-dvs-voltage",
    };

    /// <summary>Rewrites what a schema says of a property, also where it says it in alternatives.</summary>
    public static void Walk(string property, SchemaValue? value)
    {
        if (value is not SchemaMap schema)
            return;
        foreach (var alternatives in s_alternatives)
        {
            foreach (var alternative in (schema[alternatives] as SchemaList)?.Items ?? [])
                Walk(property, alternative);
        }

        Walk(property, schema["then"]);
        schema.Remove("description");
        WrapReg(property, schema);
        RemoveEmptyItems(schema);
        LoosenMatrix(property, schema);
        AllowBothForms(property, schema);
        WrapItems(property, schema);
        if (IsText(schema))
            schema["items"] = One(Take(schema, s_single));
        if (IsInteger(schema))
            schema["items"] = One(ItemsOf(One(Take(schema, s_single))));
        SizeItems(schema);
        SchemaFixups.SplitDependencies(schema);
    }

    /// <summary>Whether a schema is about a text.</summary>
    public static bool IsText(SchemaValue? schema) => schema is SchemaMap map && (First(map, "const") is SchemaText || First(map, "enum") is SchemaText || First(map, "pattern") is SchemaText);

    /// <summary>Whether a name says the unit of its numbers, and so that they are cells.</summary>
    public static bool HasUnit(string property) => Unit().IsMatch(property);

    /// <summary>How many items a schema allows: the least and the most.</summary>
    public static (int Least, int Most) Range(SchemaValue? schema)
    {
        if (schema is SchemaList list)
        {
            if (list.Items.Count != 1)
                return (0, 0);
            schema = list.Items[0];
        }

        if (schema is not SchemaMap map)
            return (1, 0);
        if (map["items"] is SchemaList { Items.Count: var count })
            return (map.Number("minItems") ?? count, count);
        return (map.Number("minItems") ?? 1, map.Number("maxItems") ?? map.Number("minItems") ?? 0);
    }

    private static SchemaValue? First(SchemaMap schema, string name) => schema[name] is SchemaList list ? list.Items.FirstOrDefault() : schema[name];

    // To Python true and false are numbers, too.
    private static bool IsInteger(SchemaValue? schema) =>
        schema is SchemaMap map && s_integer.Any(name => First(map, name) is SchemaInteger or SchemaFlag);

    private static SchemaList One(SchemaValue item) => new() { Items = [item] };

    private static SchemaMap ItemsOf(SchemaValue items)
    {
        var map = new SchemaMap();
        map["items"] = items;
        return map;
    }

    private static SchemaMap Take(SchemaMap schema, string[] names)
    {
        var taken = new SchemaMap();
        foreach (var name in names)
        {
            if (schema.TryTake(name, out var value))
                taken[name] = value;
        }

        return taken;
    }

    private static void WrapReg(string property, SchemaMap schema)
    {
        if (property != "reg")
            return;
        var item = schema["items"] switch
        {
            null => schema,
            SchemaList list => list.Items.FirstOrDefault(),
            var items => items,
        };
        if (item is SchemaMap map && IsInteger(map))
            schema["items"] = One(ItemsOf(One(Take(map, s_single))));
    }

    // Items of which nothing is said but how many there are.
    private static void RemoveEmptyItems(SchemaMap schema)
    {
        if (schema["items"] is SchemaMap inner)
            RemoveEmptyItems(inner);
        if (schema["items"] is not SchemaList list)
            return;
        foreach (var item in list.Items)
        {
            if (item is not SchemaMap map)
                return;
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

    private static bool IsMatrix(SchemaMap schema) => schema["items"] switch
    {
        SchemaList list => list.Items.Exists(HasItems),
        var items => HasItems(items),
    };

    private static bool HasItems(SchemaValue? schema) => schema is SchemaMap map && map.HasAny("items", "maxItems", "minItems");

    // Where both dimensions vary, a blob does not say them.
    private static void LoosenMatrix(string property, SchemaMap schema)
    {
        if (!IsMatrix(schema))
            return;
        var (outer, inner) = (Range(schema), Range(schema["items"]));
        if (property != "fsl,pins" && (outer.Least == outer.Most || inner.Least == inner.Most))
            return;
        foreach (var name in new[] { "items", "maxItems", "minItems" })
            schema.Remove(name);
        schema["type"] = new SchemaText("array");
    }

    private static bool IsArray(string property, SchemaMap schema)
    {
        foreach (var item in (schema["allOf"] as SchemaList)?.Items.OfType<SchemaMap>() ?? [])
        {
            if (item.Has("items"))
                schema = item;
            else if (item.Text("$ref") is { } reference)
                return IntegerArray().IsMatch(reference);
        }

        if (schema.Text("$ref") is { } type)
            return IntegerArray().IsMatch(type);
        return HasUnit(property) || s_arrays.Contains(property) || IsInteger(schema["items"] is SchemaList list ? list.Items.FirstOrDefault() : schema["items"]);
    }

    // Of an array with only a number of items: <0 1 2> and <0>, <1>, <2>.
    private static void AllowBothForms(string property, SchemaMap schema)
    {
        if (!IsArray(property, schema))
            return;
        schema = Part(schema, "minItems", "maxItems");
        if (schema["items"] is SchemaList || IsMatrix(schema) || schema.Number("maxItems") == 1)
            return;
        var size = Take(schema, ["minItems", "maxItems"]);
        if (size.Count == 0)
            return;
        var (many, one) = ((SchemaMap)size.Copy(), ItemsOf(One(size.Copy())));
        var single = new SchemaMap();
        single["maxItems"] = new SchemaInteger(1);
        many["items"] = single;
        // Both forms of one item are the same: it belongs to the second.
        if (many.Number("minItems") == 1)
            many["minItems"] = new SchemaInteger(2);
        schema["oneOf"] = new SchemaList { Items = [many, one] };
        SizeItems(schema["oneOf"]);
    }

    private static void WrapItems(string property, SchemaMap schema)
    {
        if (!IsArray(property, schema))
            return;
        schema = Part(schema, "items");
        if (schema["items"] is not { } items || IsMatrix(schema))
            return;
        var inner = Take(schema, s_item);
        schema["items"] = items is SchemaList ? One(inner) : inner;
    }

    // What is looked for may be in the schema itself, or in a part of allOf.
    private static SchemaMap Part(SchemaMap schema, params string[] names) =>
        (schema["allOf"] as SchemaList)?.Items.OfType<SchemaMap>().FirstOrDefault(item => item.HasAny(names)) ?? schema;

    // A list of items is also their number.
    private static void SizeItems(SchemaValue? value)
    {
        if (value is SchemaList list)
        {
            foreach (var item in list.Items)
                SizeItems(item);
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

            SizeItems(items);
        }
        else if (schema["maxItems"] is { } most)
        {
            schema.TryAdd("minItems", most);
        }
        else if (schema["minItems"] is { } least)
        {
            schema.TryAdd("maxItems", least);
        }
    }

    [GeneratedRegex("int(8|16|32|64)-array", RegexOptions.CultureInvariant)]
    private static partial Regex IntegerArray();

    [GeneratedRegex("-(kBps|bits|percent|bp|m?hz|sec|ms|us|ns|ps|mm|nanoamp|(micro-)?ohms|micro(amp|watt)(-hours)?|milliwatt|microvolt|picofarads|(milli)?celsius|kelvin|kpascal)$", RegexOptions.CultureInvariant)]
    private static partial Regex Unit();
}
