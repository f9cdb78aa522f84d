using System.Text.RegularExpressions;
using Bsp.DeviceTrees.Bindings.Documents;

namespace Bsp.DeviceTrees.Bindings.Preparation;

/// <summary>Rewrites the schemas of nodes: drops what no check needs, adds what every node may have (dtschema/lib.py of dt-schema 2022.08.2, fixup_schema).</summary>
internal static partial class SchemaFixups
{
    /// <summary>Rewrites a binding.</summary>
    public static void Apply(SchemaMap schema)
    {
        foreach (var name in new[] { "examples", "maintainers", "historical" })
            schema.Remove(name);
        Selection.Add(schema);
        Fix(schema, isNode: true);
    }

    /// <summary>Splits <c>dependencies</c> of earlier drafts into <c>dependentRequired</c> and <c>dependentSchemas</c>.</summary>
    public static void SplitDependencies(SchemaMap schema)
    {
        if (!schema.TryTake("dependencies", out var value))
            return;
        foreach (var (name, dependency) in (value as SchemaMap)?.Entries ?? [])
        {
            var keyword = dependency is SchemaList ? "dependentRequired" : "dependentSchemas";
            schema.TryAdd(keyword, new SchemaMap());
            if (schema[keyword] is SchemaMap map)
                map[name] = dependency;
        }
    }

    private static void Fix(SchemaValue? value, bool isNode)
    {
        if (value is not SchemaMap schema)
            return;
        schema.Remove("description");
        AddInterrupts(schema);
        if (isNode)
            AddCommonProperties(schema);
        // It would leave nothing to unevaluatedProperties of a schema that refers to this one.
        if (schema["additionalProperties"] is { IsTrue: true })
            schema.Remove("additionalProperties");

        foreach (var (keyword, part) in schema.Entries)
        {
            switch (keyword)
            {
                case "select" or "if" or "then" or "else" or "additionalProperties" or "not":
                    Fix(part, isNode: false);
                    break;
                case "allOf" or "anyOf" or "oneOf":
                    foreach (var item in (part as SchemaList)?.Items ?? [])
                        Fix(item, isNode: true);
                    break;
                case "dependentRequired" or "dependentSchemas" or "dependencies" or "properties" or "patternProperties" or "$defs":
                    foreach (var (name, property) in (part as SchemaMap)?.Entries ?? [])
                    {
                        PropertyFixups.Walk(name, property);
                        Fix(property, isNode: true);
                    }

                    break;
            }
        }

        SplitDependencies(schema);
    }

    private static void AddCommonProperties(SchemaMap schema)
    {
        if (!schema.HasAny("properties", "patternProperties", "unevaluatedProperties")
            || schema["additionalProperties"] is { IsTrue: true }
            || schema["unevaluatedProperties"] is { IsTrue: true })
        {
            return;
        }

        schema.TryAdd("properties", new SchemaMap());
        if (schema["properties"] is not SchemaMap properties)
            return;
        foreach (var name in new[] { "phandle", "status", "secure-status", "$nodename" })
            properties.TryAdd(name, SchemaFlag.True);
        var names = properties.Names.Concat((schema["patternProperties"] as SchemaMap)?.Names ?? []).ToHashSet(StringComparer.Ordinal);
        if (!names.Any(name => PinControl().IsMatch(name)))
        {
            properties.TryAdd("pinctrl-names", SchemaFlag.True);
            schema.TryAdd("patternProperties", new SchemaMap());
            if (schema["patternProperties"] is SchemaMap patterns)
                patterns["pinctrl-[0-9]+"] = SchemaFlag.True;
        }

        if (!names.Contains("clocks") || names.Contains("assigned-clocks"))
            return;
        foreach (var name in new[] { "assigned-clocks", "assigned-clock-rates", "assigned-clock-parents" })
            properties[name] = SchemaFlag.True;
    }

    // What can have interrupts can have interrupts-extended instead.
    private static void AddInterrupts(SchemaMap schema)
    {
        if (schema["properties"] is not SchemaMap properties)
            return;
        if (properties.HasAny("interrupts", "interrupt-controller"))
            properties.TryAdd("interrupt-parent", SchemaFlag.True);
        if (properties["interrupts"] is not { } interrupts || !properties.TryAdd("interrupts-extended", interrupts.Copy()))
            return;
        if (schema["required"] is not SchemaList required || required.Items.RemoveAll(item => item is SchemaText { Text: "interrupts" }) == 0)
            return;
        var either = new SchemaList { Items = [Required("interrupts"), Required("interrupts-extended")] };
        if (!schema.Has("oneOf"))
        {
            schema["oneOf"] = either;
            return;
        }

        var part = new SchemaMap();
        part["oneOf"] = either;
        schema.TryAdd("allOf", new SchemaList());
        (schema["allOf"] as SchemaList)?.Items.Add(part);
    }

    private static SchemaMap Required(string name)
    {
        var schema = new SchemaMap();
        schema["required"] = new SchemaList { Items = [new SchemaText(name)] };
        return schema;
    }

    [GeneratedRegex("^pinctrl-[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex PinControl();
}
