namespace Bsp.DeviceTrees.Bindings.Tests;

/// <summary>By the rules of dt-schema 2025.08 a value has the form of its type.</summary>
public sealed class TypedValuesTests
{
    // As in dt-schema's own types.yaml.
    private const string Types = """
        definitions:
          uint8:
            type: integer
            typeSize: 8
          uint32:
            type: integer
            typeSize: 32
          uint32-array:
            type: array
            items:
              $ref: "#/definitions/uint32"
          uint32-matrix:
            type: array
            items:
              $ref: "#/definitions/uint32-array"
          phandle-array:
            type: array
        select: false
        """;

    [Theory]
    [InlineData("$ref: types.yaml#/definitions/uint32\n    maximum: 2", "<3>", "3 is greater than the maximum of 2")]
    [InlineData("$ref: types.yaml#/definitions/uint32\n    maximum: 2", "<1>, <2>", "[1, 2] is not of type 'integer'")]
    [InlineData("$ref: types.yaml#/definitions/uint32\n    enum: [1, 2]", "<2>", null)]
    [InlineData(
        "$ref: types.yaml#/definitions/uint32\n    oneOf:\n      - const: 1\n        description: one\n      - const: 2\n"
        + "        description: two",
        "<3>", "3 is not one of [1, 2]")]
    [InlineData("$ref: types.yaml#/definitions/uint8", "<1>", "[0, 0, 0, 1] is not of type 'integer'")]
    [InlineData("$ref: types.yaml#/definitions/uint8", "[01]", null)]
    [InlineData("$ref: types.yaml#/definitions/uint32", "/bits/ 16 <1>", "size is 16, expected 32")]
    [InlineData("$ref: types.yaml#/definitions/uint32-array\n    maxItems: 2", "<1 2 3>", "[1, 2, 3] is too long")]
    [InlineData("$ref: types.yaml#/definitions/uint32-array\n    items:\n      multipleOf: 4", "<4>, <6>", "6 is not a multiple of 4")]
    [InlineData("$ref: types.yaml#/definitions/uint32-matrix\n    maxItems: 2\n    items:\n      minItems: 2\n      maxItems: 2",
        "<1 2>, <3 4>, <5 6>", "[[1, 2], [3, 4], [5, 6]] is too long")]
    [InlineData("type: boolean", "<1>", "1 is not of type 'boolean'")]
    [InlineData("items:\n      - const: one\n      - const: two", "\"one\"", "['one'] is too short")]
    public void A_value_meets_a_schema_or_does_not(string schema, string value, string? message)
    {
        var bindings = Samples.Prepare(
            SchemaRules.V2025,
            Samples.Binding(Types, "types"),
            Samples.Binding(
                $"properties:\n  compatible:\n    const: vendor,device\n  vendor,value:\n    "
                + $"{schema}\nadditionalProperties: false")).Bindings;
        Assert.Equal(
            message is null ? [] : [message],
            Samples.Findings($"device {{ compatible = \"vendor,device\"; vendor,value = {value}; }};", bindings)
                .Take(1)
                .Select(finding => finding.Message));
    }

    [Fact]
    public void Of_the_bindings_of_a_nodes_compatibles_that_of_the_first_counts()
    {
        static string Device(string name) =>
            Samples.Binding(
                $"properties:\n  compatible:\n    items:\n      pattern: ','\n    contains:\n      const: vendor,{name}\n  vendor,{name}: "
                + "true\nadditionalProperties: false",
                name);
        const string Node = "device { compatible = \"vendor,unknown\", \"vendor,one\", \"vendor,two\"; vendor,one; };";
        Assert.Equal(
            ["one", "two"],
            Findings(SchemaRules.V2022, "vendor,odd; ").Concat(Findings(SchemaRules.V2022, "")).Order(StringComparer.Ordinal).Distinct());
        Assert.Empty(Findings(SchemaRules.V2025, ""));
        Assert.Equal(["one"], Findings(SchemaRules.V2025, "vendor,odd; "));

        IEnumerable<string> Findings(SchemaRules rules, string more) =>
            Samples.Findings(
                Node.Replace("vendor,one; }", $"vendor,one; {more}}}", StringComparison.Ordinal),
                Samples.Prepare(rules, Device("one"), Device("two")).Bindings)
                .Select(finding => finding.Schema["http://devicetree.org/schemas/".Length..^".yaml#".Length]);
    }

    [Fact]
    public void A_property_that_does_not_meet_its_own_schema_was_looked_at() =>
        Assert.Equal(["maximum"], Samples.Findings(
            "device { compatible = \"vendor,device\"; vendor,known = <3>; };",
            Samples.Prepare(
                SchemaRules.V2025,
                Samples.Binding(Types, "types"),
                Samples.Binding(
                    "properties:\n  compatible:\n    const: vendor,device\n  vendor,known:\n    $ref: types.yaml#/definitions/uint32\n"
                    + "    maximum: 2\nunevaluatedProperties: false")).Bindings)
                    .Select(finding => finding.Keyword));

    [Fact]
    public void What_has_not_all_that_it_may_have_is_let_be_while_it_is_not_in_use()
    {
        var bindings = Samples.Prepare(
            SchemaRules.V2025,
            Samples.Binding(
                "properties:\n  compatible:\n    const: vendor,device\nrequired:\n  - reg\nunevaluatedProperties: false")).Bindings;
        Assert.Equal(
            ["required", "unevaluatedProperties"],
            Samples.Findings("device { compatible = \"vendor,device\"; vendor,odd; };", bindings)
                .Select(finding => finding.Keyword)
                .Order(StringComparer.Ordinal));
        Assert.Empty(Samples.Findings("device { compatible = \"vendor,device\"; vendor,odd; status = \"disabled\"; };", bindings));
    }

    [Theory]
    [InlineData("2022.08.2", "2022.08.2")]
    [InlineData("2023.11", "2022.08.2")]
    [InlineData("2025.08", "2025.08")]
    [InlineData("2025.08.1", "2025.08")]
    [InlineData("2026.06", "2025.08")]
    [InlineData("2021.02", "2022.08.2")]
    public void Rules_are_those_of_the_nearest_version(string version, string expected) =>
        Assert.Equal(expected, SchemaRules.NearestTo(version).Version);

    [Fact]
    public void Prepared_bindings_keep_their_rules()
    {
        foreach (var rules in SchemaRules.All)
            Assert.Same(rules, Bindings.Read(Samples.Prepare(rules, Samples.Binding("select: false")).Bindings.ToBytes()).Rules);
    }
}
