using Bsp.DeviceTrees.Bindings.Documents;

namespace Bsp.DeviceTrees.Bindings.Preparation;

/// <summary>The nodes that a binding is about: <c>select</c> (dtschema/lib.py, add_select_schema, make_compatible_schema).</summary>
internal static class Selection
{
    private const string AnyCompatible = @"^[a-zA-Z0-9][a-zA-Z0-9,+\-._]+$";

    /// <summary>Adds a selection where the author left it out: by the compatibles, else by the node's name, else of no node.</summary>
    public static void Add(SchemaMap schema)
    {
        if (!schema.Has("select"))
            schema["select"] = Of(schema);
    }

    /// <summary>The schema of all compatibles that bindings have. What does not meet it is documented nowhere.</summary>
    /// <param name="schemas">All bindings, rewritten.</param>
    public static SchemaMap OfAllCompatibles(IEnumerable<SchemaMap> schemas)
    {
        var compatibles = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var schema in schemas)
        {
            foreach (var compatible in schema.Below("compatible"))
                AddTexts(compatible, compatibles);
        }

        var patterns = compatibles.Where(text => text.AsSpan().ContainsAny("^[{($") && text != AnyCompatible).ToList();
        var alternatives = new SchemaList { Items = [Map(("enum", Texts(compatibles.Where(text => !text.AsSpan().ContainsAny("^[{($"))))), Map(("pattern", new SchemaText("^foo")))] };
        alternatives.Items.AddRange(patterns.Select(pattern => Map(("pattern", new SchemaText(pattern)))));
        return Map(
            ("$id", new SchemaText(Bindings.CompatiblesId)),
            ("$filename", new SchemaText("Generated schema of documented compatible strings")),
            ("select", SchemaFlag.True),
            ("properties", Map(("compatible", Map(("items", Map(("anyOf", alternatives))))))));
    }

    private static SchemaValue Of(SchemaMap schema)
    {
        if (schema["properties"] is not SchemaMap properties)
            return SchemaFlag.False;
        if (properties["compatible"] is SchemaMap compatible)
        {
            var compatibles = new SortedSet<string>(StringComparer.Ordinal);
            AddTexts(compatible, compatibles);
            // Many nodes have these beside their own.
            compatibles.ExceptWith(["syscon", "simple-mfd"]);
            if (compatibles.Count > 0)
                return Required("compatible", Map(("contains", Map(("enum", Texts(compatibles))))));
        }

        return properties["$nodename"] is { IsTrue: false } name ? Required("$nodename", name.Copy()) : SchemaFlag.False;
    }

    private static SchemaMap Required(string property, SchemaValue schema) =>
        Map(("required", Texts([property])), ("properties", Map((property, schema))));

    private static void AddTexts(SchemaValue schema, SortedSet<string> texts)
    {
        foreach (var list in schema.Below("enum").OfType<SchemaList>())
        {
            if (list.Items is [SchemaText, ..])
                texts.UnionWith(list.Items.OfType<SchemaText>().Select(item => item.Text));
        }

        foreach (var text in schema.Below("const").Concat(schema.Below("pattern")).OfType<SchemaText>())
            texts.Add(text.Text);
    }

    private static SchemaList Texts(IEnumerable<string> texts) => new() { Items = [.. texts.Select(text => new SchemaText(text))] };

    private static SchemaMap Map(params ReadOnlySpan<(string Name, SchemaValue Value)> entries)
    {
        var map = new SchemaMap();
        foreach (var (name, value) in entries)
            map[name] = value;
        return map;
    }
}
