using System.Text.RegularExpressions;
using Bsp.DeviceTrees.Bindings.Documents;

namespace Bsp.DeviceTrees.Bindings.Preparation;

/// <summary>
/// The fixups of dt-schema 2022.08.2 (dtschema/lib.py, fixup_vals): values are lists of lists of cells, and lists of texts.
/// </summary>
internal sealed partial class PropertyFixups2022 : PropertyFixups
{
    private static readonly string[] s_single = ["const", "enum", "pattern", "minimum", "maximum"];
    private static readonly string[] s_item = ["items", "minItems", "maxItems", "uniqueItems", "default"];

    private static readonly HashSet<string> s_arrays = new(StringComparer.Ordinal)
    {
        "assigned-clock-rates", "linux,keycodes", "max8997,pmic-buck1-dvs-voltage", "max8997,pmic-buck2-dvs-voltage",
        "max8997,pmic-buck5-dvs-voltage",
    };

    /// <summary>Whether a name says the unit of its numbers, and so that they are cells.</summary>
    public static bool HasUnit(string property) => Unit().IsMatch(property);

    /// <inheritdoc/>
    protected override void Rewrite(SchemaContext context, SchemaMap schema)
    {
        var property = context.Name!;
        if (property == "reg")
            WrapReg(schema, s_single);
        RemoveEmptyItems(schema);
        LoosenMatrix(property, schema);
        AllowBothForms(property, schema);
        WrapItems(property, schema);
        if (SchemaShape.IsText(schema))
            schema["items"] = One(Take(schema, s_single));
        if (SchemaShape.IsInteger(schema))
            schema["items"] = One(ItemsOf(One(Take(schema, s_single))));
        SizeItems(schema);
    }

    // Where both dimensions vary, a blob does not say them.
    private static void LoosenMatrix(string property, SchemaMap schema)
    {
        if (!SchemaShape.IsMatrix(schema))
            return;
        var (outer, inner) = (SchemaShape.Range(schema), SchemaShape.Range(schema["items"]));
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
        return HasUnit(property) || s_arrays.Contains(property)
            || SchemaShape.IsInteger(schema["items"] is SchemaList list ? list.Items.FirstOrDefault() : schema["items"]);
    }

    // Of an array with only a number of items: <0 1 2> and <0>, <1>, <2>.
    private static void AllowBothForms(string property, SchemaMap schema)
    {
        if (!IsArray(property, schema))
            return;
        schema = Part(schema, "minItems", "maxItems");
        if (schema["items"] is SchemaList || SchemaShape.IsMatrix(schema) || schema.Number("maxItems") == 1)
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
        if (schema["items"] is not { } items || SchemaShape.IsMatrix(schema))
            return;
        var inner = Take(schema, s_item);
        schema["items"] = items is SchemaList ? One(inner) : inner;
    }

    // What is looked for may be in the schema itself, or in a part of allOf.
    private static SchemaMap Part(SchemaMap schema, params string[] names) =>
        (schema["allOf"] as SchemaList)?.Items.OfType<SchemaMap>().FirstOrDefault(item => item.HasAny(names)) ?? schema;

    [GeneratedRegex("int(8|16|32|64)-array", RegexOptions.CultureInvariant)]
    private static partial Regex IntegerArray();

    [GeneratedRegex(
        "-(kBps|bits|percent|bp|m?hz|sec|ms|us|ns|ps|mm|nanoamp|(micro-)?ohms|micro(amp|watt)(-hours)?|"
        + "milliwatt|microvolt|picofarads|(milli)?celsius|kelvin|kpascal)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Unit();
}
