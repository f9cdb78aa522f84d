using Bsp.DeviceTrees.Bindings.Documents;

namespace Bsp.DeviceTrees.Bindings.Preparation;

/// <summary>What a schema that is not yet rewritten is about (dtschema/lib.py, the same in all versions).</summary>
internal static class SchemaShape
{
    /// <summary>Whether it is about a text.</summary>
    public static bool IsText(SchemaValue? schema) =>
        schema is SchemaMap map
            && (First(map, "const") is SchemaText || First(map, "enum") is SchemaText || First(map, "pattern") is SchemaText);

    /// <summary>Whether it is about a number. To Python true and false are numbers, too.</summary>
    public static bool IsInteger(SchemaValue? schema) => schema is SchemaMap map
        && (First(map, "const") is SchemaInteger or SchemaFlag || First(map, "enum") is SchemaInteger or SchemaFlag
            || First(map, "minimum") is SchemaInteger or SchemaFlag || First(map, "maximum") is SchemaInteger or SchemaFlag);

    /// <summary>Whether it says how many rows, or columns, there are.</summary>
    public static bool IsMatrix(SchemaMap schema) => schema["items"] switch
    {
        SchemaList list => list.Items.Exists(HasItems),
        var items => HasItems(items),
    };

    /// <summary>How many items it allows: the least and the most.</summary>
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

    private static bool HasItems(SchemaValue? schema) => schema is SchemaMap map && map.HasAny("items", "maxItems", "minItems");

    private static SchemaValue? First(SchemaMap schema, string name) =>
        schema[name] is SchemaList list ? list.Items.FirstOrDefault() : schema[name];
}
