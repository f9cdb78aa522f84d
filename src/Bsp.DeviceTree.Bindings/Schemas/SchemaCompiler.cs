using Bsp.DeviceTrees.Bindings.Documents;
using Bsp.DeviceTrees.Bindings.Validation;
using Bsp.DeviceTrees.Bindings.Validation.Keywords;

namespace Bsp.DeviceTrees.Bindings.Schemas;

/// <summary>
/// Compiles schemas. Keywords that say nothing of values, and those that are not known, are skipped, as JSON Schema asks
/// for; and so is what is not a schema.
/// </summary>
/// <param name="store">Where references lead.</param>
/// <param name="id">The binding that the schemas are in.</param>
/// <param name="report">Receives what is wrong.</param>
internal sealed class SchemaCompiler(SchemaStore store, string id, Action<string>? report = null)
{
    private bool IsOld => store.Rules == SchemaRules.V2022;

    /// <summary>Compiles a schema.</summary>
    public Schema Compile(SchemaValue value) => value switch
    {
        SchemaFlag { Value: var flag } => flag ? Schema.True : Schema.False,
        SchemaMap map => Compile(map),
        _ => Nothing(value),
    };

    private Schema Nothing(SchemaValue value)
    {
        report?.Invoke($"{PythonText.Of(value)} is not a schema");
        return Schema.True;
    }

    private Schema Compile(SchemaMap map)
    {
        Schema? schema = null;
        var keywords = new List<Keyword>();
        foreach (var (name, value) in map.Entries)
        {
            try
            {
                if (Compile(map, name, value, () => schema!) is { } keyword)
                    keywords.Add(keyword);
            }
            catch (FormatException exception)
            {
                report?.Invoke(exception.Message);
            }
        }

        schema = Schema.Of(keywords);
        return schema;
    }

    private Keyword? Compile(SchemaMap map, string name, SchemaValue value, Func<Schema> around) => name switch
    {
        "$ref" => Reference(Text(name, value)),
        "allOf" => new AllOf(Schemas(name, value)),
        "anyOf" or "oneOf" => new AnyOf(Schemas(name, value), name == "oneOf", i => PythonText.Of(((SchemaList)value).Items[i])),
        "not" => new Not(Compile(value), () => PythonText.Of(value)),
        "if" => new If(Compile(value), Optional(map["then"]), Optional(map["else"])),
        "properties" => new Properties(Named(name, value), IsOld),
        "patternProperties" => new PatternProperties(Patterns(Map(name, value)), [.. Named(name, value).Select(entry => entry.Schema)]),
        "additionalProperties" =>
            new AdditionalProperties(
                Compile(value), (map["properties"] as SchemaMap)?.Names ?? [],
                Patterns(map["patternProperties"] as SchemaMap), Rest(value)),
        "unevaluatedProperties" => new UnevaluatedProperties(Compile(value), around, Rest(value)),
        "propertyNames" => new PropertyNames(Compile(value)),
        "required" => new Required(Texts(name, value)),
        "dependentRequired" => new DependentRequired([.. Map(name, value).Entries.Select(entry => (entry.Key, Texts(name, entry.Value)))]),
        "dependentSchemas" => new DependentSchemas(Named(name, value)),
        "minProperties" or "maxProperties" => new PropertyCount(Count(name, value), name == "minProperties"),
        "items" =>
            value is SchemaList ? new EachItem(Schemas(name, value), IsOld || map.Has("additionalItems")) : new AllItems(Compile(value)),
        // It goes with a list only.
        "additionalItems" =>
            map["items"] is SchemaMap or null ? null : new AdditionalItems(Compile(value), (map["items"] as SchemaList)?.Items.Count ?? 0),
        "unevaluatedItems" => new UnevaluatedItems(Compile(value), around, IsOld),
        "contains" => new Contains(Compile(value), map.Number("minContains") ?? 1, map.Number("maxContains") ?? int.MaxValue),
        "minItems" or "maxItems" => new ItemCount(Count(name, value), name == "minItems"),
        "uniqueItems" => value.IsTrue ? new UniqueItems() : null,
        "typeSize" => IsOld ? new MatrixTypeSize(Count(name, value)) : new TypeSize(Count(name, value)),
        "type" => new TypeKeyword(value is SchemaText { Text: var type } ? [type] : Texts(name, value)),
        "const" => new Const(value),
        "enum" => new EnumKeyword(value as SchemaList ?? throw Wrong(name, "a list")),
        "pattern" => new Pattern(store.Pattern(Text(name, value))),
        "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" =>
            new Bound(name, value is SchemaInteger or SchemaReal ? value : throw Wrong(name, "a number")),
        "multipleOf" =>
            new MultipleOf(
                value is SchemaInteger { Value: var divisor } && divisor > 0 ? divisor : throw Wrong(name, "a whole number above 0")),
        "minLength" or "maxLength" => new TextLength(Count(name, value), name == "minLength"),
        _ => null,
    };

    private Reference Reference(string reference) => new(() => store.Find(id, reference));

    private NamePatterns Patterns(SchemaMap? map) => new([.. (map?.Names ?? []).Select(store.Pattern)]);

    // What Python's jsonschema 4.19 takes for properties that a schema of the rest has evaluated: its keywords.
    private IReadOnlyList<string>? Rest(SchemaValue value) => IsOld ? null : [.. (value as SchemaMap)?.Names ?? []];

    private Schema? Optional(SchemaValue? value) => value is null ? null : Compile(value);

    private Schema[] Schemas(string keyword, SchemaValue value) =>
        value is SchemaList list ? [.. list.Items.Select(Compile)] : throw Wrong(keyword, "a list");

    private (string Name, Schema Schema)[] Named(
        string keyword, SchemaValue value) => [.. Map(keyword, value).Entries.Select(entry => (entry.Key, Compile(entry.Value)))];

    private static SchemaMap Map(string keyword, SchemaValue value) => value as SchemaMap ?? throw Wrong(keyword, "names with values");

    private static string Text(string keyword, SchemaValue value) => (value as SchemaText ?? throw Wrong(keyword, "a text")).Text;

    private static string[] Texts(string keyword, SchemaValue value) =>
        value is SchemaList list ? [.. list.Items.Select(item => Text(keyword, item))] : throw Wrong(keyword, "a list of texts");

    private static int Count(string keyword, SchemaValue value) =>
        value is SchemaInteger { Value: var number } && number >= 0
            ? (int)Int128.Min(number, int.MaxValue)
            : throw Wrong(keyword, "a number");

    private static FormatException Wrong(string keyword, string what) => new($"'{keyword}' should have {what}");
}
