namespace Bsp.DeviceTrees.Bindings.Tests;

/// <summary><c>unevaluatedProperties</c> sees what other parts of a schema, and those that it refers to, have looked at.</summary>
public sealed class UnevaluatedPropertiesTests
{
    private const string Node = "device { compatible = \"vendor,device\"; vendor,known = <1>; };";

    private const string Common = "select: false\nproperties:\n  vendor,known: true\nadditionalProperties: true";

    [Theory]
    [InlineData("$ref: common.yaml#")]
    [InlineData("allOf:\n  - $ref: common.yaml#")]
    [InlineData("allOf:\n  - allOf:\n      - $ref: common.yaml#")]
    [InlineData("anyOf:\n  - required: [missing]\n  - $ref: common.yaml#")]
    [InlineData("oneOf:\n  - required: [missing]\n  - $ref: common.yaml#")]
    [InlineData("if:\n  required: [compatible]\nthen:\n  $ref: common.yaml#")]
    [InlineData("if:\n  required: [missing]\nelse:\n  $ref: common.yaml#")]
    [InlineData("if:\n  $ref: common.yaml#\nthen: true")]
    [InlineData("dependencies:\n  compatible:\n    $ref: common.yaml#")]
    [InlineData("patternProperties:\n  '^vendor,': true")]
    public void What_another_part_has_looked_at_is_allowed(string part) =>
        Assert.Empty(Samples.Findings(Node, Device(part), Samples.Binding(Common, "common")));

    [Theory]
    [InlineData("title: nothing")]
    [InlineData("anyOf:\n  - required: [compatible]\n  - required: [missing]\n    properties:\n      vendor,known: true")]
    [InlineData("oneOf:\n  - required: [compatible]\n  - required: [missing]\n    properties:\n      vendor,known: true")]
    [InlineData("if:\n  required: [missing]\nthen:\n  $ref: common.yaml#")]
    [InlineData("if:\n  required: [compatible]\nelse:\n  $ref: common.yaml#")]
    [InlineData("dependencies:\n  missing:\n    $ref: common.yaml#")]
    [InlineData("not:\n  required: [missing]\n  properties:\n    vendor,known: true")]
    [InlineData("patternProperties:\n  '^other,': true")]
    public void What_no_part_that_holds_has_looked_at_is_not(string part)
    {
        var finding = Assert.Single(Samples.Findings(Node, Device(part), Samples.Binding(Common, "common")));
        Assert.Equal("unevaluatedProperties", finding.Keyword);
        Assert.Equal("Unevaluated properties are not allowed ('vendor,known' was unexpected)", finding.Message);
    }

    [Fact]
    public void A_property_that_does_not_meet_its_own_schema_counts_as_not_looked_at() =>
        Assert.Equal(
            ["const", "unevaluatedProperties"],
            Samples.Findings(Node, Device("allOf:\n  - properties:\n      vendor,known:\n        const: 2"))
                .Select(finding => finding.Keyword)
                .Order(StringComparer.Ordinal));

    [Fact]
    public void A_schema_for_the_rest_is_checked_against_the_rest_only() =>
        Assert.Empty(Samples.Findings(
            "device { compatible = \"vendor,device\"; child { }; };",
            Samples.Binding("properties:\n  compatible:\n    const: vendor,device\nunevaluatedProperties:\n  type: object")));

    private static string Device(string part) =>
        Samples.Binding($"properties:\n  compatible:\n    const: vendor,device\n{part}\nunevaluatedProperties: false");
}
