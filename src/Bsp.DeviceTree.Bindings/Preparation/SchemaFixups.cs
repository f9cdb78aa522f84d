using Bsp.DeviceTrees.Bindings.Documents;

namespace Bsp.DeviceTrees.Bindings.Preparation;

/// <summary>
/// Rewrites the schemas of nodes: drops what no check needs, adds what every node may have (fixup_schema in dtschema/lib.py of
/// dt-schema 2022.08.2, in fixups.py of 2025.08).
/// </summary>
/// <param name="rules">The version whose fixups they are.</param>
internal sealed class SchemaFixups(SchemaRules rules)
{
    // What they say about rows and columns nobody can tell from a blob.
    private static readonly HashSet<string> s_variableMatrices = new(StringComparer.Ordinal) { "fsl,pins", "qcom,board-id" };

    private static readonly string[] s_names = ["properties", "patternProperties"];
    private static readonly string[] s_assignedClocks =
    [
        "assigned-clocks", "assigned-clock-rates", "assigned-clock-parents", "assigned-clock-rates-u64", "assigned-clock-sscs",
    ];

    private readonly PropertyFixups _properties = PropertyFixups.Of(rules);

    private bool IsOld => rules == SchemaRules.V2022;

    /// <summary>Rewrites a binding.</summary>
    public void Apply(SchemaMap schema)
    {
        foreach (var name in new[] { "examples", "maintainers", "historical" })
            schema.Remove(name);
        Selection.Add(schema, rules);
        Fix(schema, default, isNode: true);
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

    private void Fix(SchemaValue? value, SchemaContext context, bool isNode)
    {
        if (value is not SchemaMap schema)
            return;
        schema.Remove("description");
        AddInterrupts(schema, context);
        if (isNode || !IsOld)
            AddCommonProperties(schema);
        // It would leave nothing to unevaluatedProperties of a schema that refers to this one.
        if (schema["additionalProperties"] is { IsTrue: true })
            schema.Remove("additionalProperties");

        foreach (var (keyword, part) in schema.Entries)
        {
            switch (keyword)
            {
                case "select" or "if" or "then" or "else" or "additionalProperties" or "not":
                    Fix(part, context.Enter(keyword), isNode: false);
                    break;
                case "allOf" or "anyOf" or "oneOf":
                    foreach (var item in (part as SchemaList)?.Items ?? [])
                        Fix(item, context.Enter(keyword), isNode: true);
                    break;
                case "dependentRequired" or "dependentSchemas" or "dependencies" or "properties" or "patternProperties" or "$defs":
                    if (part is SchemaMap named)
                        FixNamed(named, context, keyword);
                    break;
            }
        }

        SplitDependencies(schema);
    }

    private void FixNamed(SchemaMap named, SchemaContext context, string keyword)
    {
        foreach (var (name, property) in named.Entries)
        {
            if (!IsOld && s_variableMatrices.Contains(name) && property is SchemaMap map)
            {
                named[name] = OnlyReference(map);
                continue;
            }

            _properties.Walk(context.Enter(keyword, name), property);
            Fix(property, context.Enter(keyword, name), isNode: true);
        }
    }

    private static SchemaMap OnlyReference(SchemaMap schema)
    {
        var reference = new SchemaMap();
        if (schema["$ref"] is { } target)
            reference["$ref"] = target;
        return reference;
    }

    private void AddCommonProperties(SchemaMap schema)
    {
        if (IsOld
            ? !schema.HasAny("properties", "patternProperties", "unevaluatedProperties")
            : !schema.HasAny("additionalProperties", "unevaluatedProperties"))
            return;
        // Before anything is added to them.
        var hasPinControl = Names(schema).Any(IsPinControl);
        if (!IsOld)
            AddCompanions(schema);
        if (schema["additionalProperties"] is { IsTrue: true } || schema["unevaluatedProperties"] is { IsTrue: true })
            return;
        schema.TryAdd("properties", new SchemaMap());
        if (schema["properties"] is not SchemaMap properties)
            return;
        Allow(properties, "phandle", "status", "secure-status", "$nodename");
        if (!IsOld)
            Allow(properties, "bootph-pre-sram", "bootph-verify", "bootph-pre-ram", "bootph-some-ram", "bootph-all");
        if (!hasPinControl)
        {
            Allow(properties, "pinctrl-names");
            schema.TryAdd("patternProperties", new SchemaMap());
            if (schema["patternProperties"] is SchemaMap patterns)
                patterns[IsOld ? "pinctrl-[0-9]+" : "^pinctrl-[0-9]+$"] = SchemaFlag.True;
        }

        if (IsOld)
            AddCompanions(schema);
    }

    private static IEnumerable<string> Names(SchemaMap schema) =>
        s_names.SelectMany(keyword => (schema[keyword] as SchemaMap)?.Names ?? []);

    private static bool HasName(SchemaMap schema, string name) =>
        Array.Exists(s_names, keyword => schema[keyword] is SchemaMap map && map.Has(name));

    // '^pinctrl-[0-9]' in Python.
    private static bool IsPinControl(string name) =>
        name.StartsWith("pinctrl-", StringComparison.Ordinal) && name.Length > "pinctrl-".Length
            && char.IsAsciiDigit(name["pinctrl-".Length]);

    // What goes with a property that a binding has.
    private void AddCompanions(SchemaMap schema)
    {
        if (schema["properties"] is not SchemaMap properties)
            return;
        if (HasName(schema, "clocks") && !HasName(schema, "assigned-clocks"))
        {
            foreach (var name in IsOld ? s_assignedClocks[..3] : s_assignedClocks)
                properties[name] = SchemaFlag.True;
        }

        if (!IsOld && HasName(schema, "ranges"))
            Allow(properties, "dma-ranges");
    }

    private static void Allow(SchemaMap properties, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            properties.TryAdd(name, SchemaFlag.True);
    }

    // What can have interrupts can have interrupts-extended instead.
    private void AddInterrupts(SchemaMap schema, SchemaContext context)
    {
        if (schema["properties"] is SchemaMap properties)
        {
            if (properties.HasAny("interrupts", "interrupt-controller"))
                properties.TryAdd("interrupt-parent", SchemaFlag.True);
            if (properties["interrupts"] is not { } interrupts || !properties.TryAdd("interrupts-extended", interrupts.Copy()))
                return;
        }
        else if (IsOld)
        {
            return;
        }

        if ((!IsOld && context.IsAlternative) || schema["required"] is not SchemaList required
            || required.Items.RemoveAll(item => item is SchemaText { Text: "interrupts" }) == 0)
            return;
        if (!IsOld && required.Items.Count == 0)
            schema.Remove("required");
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
}
