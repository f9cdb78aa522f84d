using System.Text.RegularExpressions;
using Bsp.DeviceTrees.Bindings.Documents;

namespace Bsp.DeviceTrees.Bindings.Preparation;

/// <summary>
/// The fixups of dt-schema 2025.08 (dtschema/fixups.py, fixup_vals): a value has the form of its type; only texts are lists, as
/// are numbers with a unit that can be several.
/// </summary>
internal sealed partial class PropertyFixups2025 : PropertyFixups
{
    private static readonly string[] s_single = ["const", "enum", "pattern", "minimum", "maximum", "multipleOf"];

    /// <inheritdoc/>
    protected override void Simplify(SchemaMap schema)
    {
        if ((schema["anyOf"] ?? schema["oneOf"]) is not SchemaList alternatives)
        {
            if (schema["items"] is SchemaMap items && !schema.HasAny("anyOf", "oneOf"))
                Simplify(items);
            return;
        }

        // Constants with descriptions are written as alternatives; as a list of values they give better messages.
        if (!alternatives.Items.TrueForAll(IsConstant))
            return;
        schema.Remove("anyOf");
        schema.Remove("oneOf");
        schema["enum"] = new SchemaList { Items = [.. alternatives.Items.Cast<SchemaMap>().Select(item => item["const"]!)] };
    }

    /// <inheritdoc/>
    protected override void Rewrite(SchemaContext context, SchemaMap schema)
    {
        if (context.IsOfReg)
            WrapReg(schema, s_single);
        RemoveEmptyItems(schema);
        WrapUnit(context.Property, schema);
        if (SchemaShape.IsText(schema))
            schema["items"] = One(Take(schema, s_single));
        SizeItems(schema, context.IsConditional);
    }

    private static void WrapUnit(string? property, SchemaMap schema)
    {
        if (property is null)
            return;
        if (ArrayUnit().IsMatch(property) && SchemaShape.IsInteger(schema))
        {
            schema["items"] = One(Take(schema, s_single));
        }
        else if (MatrixUnit().IsMatch(property) && !SchemaShape.IsMatrix(schema))
        {
            if (schema.HasAny("items", "minItems", "maxItems"))
            {
                schema["items"] = One(schema.Copy());
                schema.Remove("minItems");
                schema.Remove("maxItems");
            }
            else if (SchemaShape.IsInteger(schema))
            {
                schema["items"] = One(ItemsOf(One(Take(schema, s_single))));
            }
        }
    }

    // 'set(l) > {const, description}' in Python: one that has both and more is none.
    private static bool IsConstant(SchemaValue item) =>
        item is SchemaMap map && map.Has("const") && !(map.Has("description") && map.Count > 2);

    [GeneratedRegex(
        "-(kBps|bits|percent|bp|db|mhz|sec|ms|us|ns|ps|mm|nanoamp|(micro-)?ohms|micro(amp|watt)(-hours)?|"
        + "milliwatt|(femto|pico)farads|(milli)?celsius|kelvin|k?pascal)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex ArrayUnit();

    [GeneratedRegex("-(hz|microvolt)$", RegexOptions.CultureInvariant)]
    private static partial Regex MatrixUnit();
}
