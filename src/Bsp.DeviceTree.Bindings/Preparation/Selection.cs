using Bsp.DeviceTrees.Bindings.Documents;
using Bsp.DeviceTrees.Bindings.Schemas;

namespace Bsp.DeviceTrees.Bindings.Preparation;

/// <summary>
/// The nodes that a binding is about: <c>select</c>, and its compatibles (add_select_schema and make_compatible_schema in
/// dtschema/lib.py of dt-schema 2022.08.2, in fixups.py and validator.py of 2025.08).
/// </summary>
internal static class Selection
{
    private static readonly HashSet<string> s_anyCompatible = new(StringComparer.Ordinal)
    {
        @"^[a-zA-Z0-9][a-zA-Z0-9,+\-._]+$", @"^[a-zA-Z0-9][a-zA-Z0-9,+\-._/]+$",
    };

    // Those of examples, and of tests.
    private static readonly string[] s_madeUp = ["^foo", "^test,"];

    /// <summary>
    /// Adds a selection where the author left it out: by the compatibles, else by the node's name, else of no node. Since 2025.08
    /// compatibles need none: each has the binding that names it.
    /// </summary>
    public static void Add(SchemaMap schema, SchemaRules rules)
    {
        if (schema.Has("select"))
            return;
        if (rules == SchemaRules.V2022)
            schema["select"] = Of(schema);
        else if (!HasCompatible(schema) && NameIn(schema) is { } name)
            schema["select"] = Required("$nodename", name.Copy());
    }

    /// <summary>The nodes that a rewritten binding is about.</summary>
    public static BindingSelection Of(SchemaMap schema, SchemaRules rules)
    {
        if (rules == SchemaRules.V2022 || schema.Has("select"))
            return BindingSelection.Of(schema["select"]);
        if (!HasCompatible(schema))
            return new(SelectionKind.Never, []);
        var compatibles = TextsIn((schema["properties"] as SchemaMap)!["compatible"]!);
        if (compatibles.Count > 1)
            compatibles.ExceptWith(["syscon", "simple-mfd", "simple-bus"]);
        return new(SelectionKind.FirstCompatible, [.. compatibles]);
    }

    /// <summary>All compatibles of a binding, and patterns of them.</summary>
    /// <param name="schema">The binding, rewritten.</param>
    public static IEnumerable<string> CompatiblesIn(SchemaMap schema) => schema.Descendants("compatible").SelectMany(TextsIn);

    /// <summary>The schema of all compatibles that bindings have. What does not meet it is documented nowhere.</summary>
    /// <param name="compatibles">The compatibles of all bindings, in order.</param>
    /// <param name="rules">The version that says which patterns count.</param>
    public static SchemaMap OfAllCompatibles(IReadOnlyCollection<string> compatibles, SchemaRules rules)
    {
        var patterns =
            compatibles.Where(text => IsPattern(text) && !s_anyCompatible.Contains(text) && (rules == SchemaRules.V2022 || IsExact(text)));
        var alternatives = new SchemaList { Items = [Map(("enum", Texts(compatibles.Where(text => !IsPattern(text)))))] };
        alternatives.Items.AddRange(
            (rules == SchemaRules.V2022 ? s_madeUp[..1] : s_madeUp).Concat(patterns)
                .Select(pattern => Map(("pattern", new SchemaText(pattern)))));
        return Map(
            ("$id", new SchemaText(Bindings.CompatiblesId)),
            ("$filename", new SchemaText("Generated schema of documented compatible strings")),
            ("select", SchemaFlag.True),
            ("properties", Map(("compatible", Map(("items", Map(("anyOf", alternatives))))))));
    }

    private static bool IsPattern(string text) => text.AsSpan().ContainsAny("^[{($");

    // What could be anything documents nothing.
    private static bool IsExact(string pattern) =>
        pattern is ['^', .., '$'] && !pattern.Contains(".+", StringComparison.Ordinal) && !pattern.Contains(".*", StringComparison.Ordinal);

    private static bool HasCompatible(SchemaMap schema) => schema["properties"] is SchemaMap properties && properties.Has("compatible");

    private static SchemaValue? NameIn(SchemaMap schema) =>
        schema["properties"] is SchemaMap properties && properties["$nodename"] is { IsTrue: false } name ? name : null;

    private static SchemaValue Of(SchemaMap schema)
    {
        if (schema["properties"] is SchemaMap properties && properties["compatible"] is SchemaMap compatible)
        {
            var compatibles = TextsIn(compatible);
            // Many nodes have these beside their own.
            compatibles.ExceptWith(["syscon", "simple-mfd"]);
            if (compatibles.Count > 0)
                return Required("compatible", Map(("contains", Map(("enum", Texts(compatibles))))));
        }

        return NameIn(schema) is { } name ? Required("$nodename", name.Copy()) : SchemaFlag.False;
    }

    private static SchemaMap Required(string property, SchemaValue schema) =>
        Map(("required", Texts([property])), ("properties", Map((property, schema))));

    private static SortedSet<string> TextsIn(SchemaValue schema)
    {
        var texts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var list in schema.Descendants("enum").OfType<SchemaList>())
        {
            if (list.Items is [SchemaText, ..])
                texts.UnionWith(list.Items.OfType<SchemaText>().Select(item => item.Text));
        }

        texts.UnionWith(schema.Descendants("const").Concat(schema.Descendants("pattern")).OfType<SchemaText>().Select(text => text.Text));
        return texts;
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
