namespace Bsp.DeviceTrees.Bindings.Tests;

/// <summary>What bindings say about nodes.</summary>
public sealed class ValidationTests
{
    [Theory]
    [InlineData("const: 1", "<1>", null)]
    [InlineData("const: 1", "<2>", "const")]
    [InlineData("enum: [1, 2]", "<3>", "enum")]
    [InlineData("enum: [one, two]", "\"two\"", null)]
    [InlineData("enum: [one, two]", "\"three\"", "enum")]
    [InlineData("pattern: 'b+'", "\"abc\"", null)]
    [InlineData("pattern: '^b'", "\"abc\"", "pattern")]
    [InlineData("minimum: 2", "<1>", "minimum")]
    [InlineData("maximum: 2", "<3>", "maximum")]
    [InlineData("maxItems: 1\n    items:\n      maxItems: 1\n      items:\n        multipleOf: 4", "<8>", null)]
    [InlineData("maxItems: 1\n    items:\n      maxItems: 1\n      items:\n        multipleOf: 4", "<6>", "multipleOf")]
    [InlineData("items:\n      - const: one\n      - const: two", "\"one\", \"two\"", null)]
    [InlineData("items:\n      - const: one\n      - const: two", "\"one\"", "minItems")]
    [InlineData("items:\n      - const: one\n    additionalItems: false\n    maxItems: 9", "\"one\", \"two\"", "additionalItems")]
    [InlineData("items:\n      enum: [one, two]\n    maxItems: 1", "\"one\", \"two\"", "maxItems")]
    [InlineData("items:\n      enum: [one, two]\n    uniqueItems: true", "\"one\", \"one\"", "uniqueItems")]
    [InlineData("contains:\n      const: one\n    items:\n      enum: [one, two]", "\"two\", \"two\"", "contains")]
    [InlineData("not:\n      items:\n        - const: one", "\"one\"", "not")]
    [InlineData("anyOf:\n      - const: one\n      - const: two", "\"three\"", "anyOf")]
    [InlineData("oneOf:\n      - enum: [one, two]\n      - enum: [two, three]", "\"two\"", "oneOf")]
    [InlineData("type: boolean", "<1>", "type")]
    public void A_value_meets_a_schema_or_does_not(string schema, string value, string? keyword)
    {
        var findings = Samples.Findings(
            $"device {{ compatible = \"vendor,device\"; vendor,value = {value}; }};",
            Samples.Binding(
                $"properties:\n  compatible:\n    const: vendor,device\n  vendor,value:\n    {schema}\nadditionalProperties: false"));
        Assert.Equal(keyword is null ? [] : [keyword], findings.Select(finding => finding.Keyword));
        Assert.All(findings, finding => Assert.Equal("vendor,value", finding.Path[0]));
    }

    [Fact]
    public void A_property_that_no_binding_has_is_named_with_its_node_and_the_place_in_the_source()
    {
        var finding = Assert.Single(Samples.Findings(
            "device@1 {\ncompatible = \"vendor,device\";\nvendor,odd;\n};",
            Samples.Binding("properties:\n  compatible:\n    const: vendor,device\nadditionalProperties: false")));
        Assert.Equal("/device@1", finding.Node);
        Assert.Equal("'vendor,odd' does not match any of the regexes: 'pinctrl-[0-9]+'", finding.Message);
        Assert.Equal(new SourcePosition("board.dts", 5, 1), finding.Position);
    }

    [Fact]
    public void A_property_with_a_wrong_value_is_found_where_it_was_last_written()
    {
        var finding = Assert.Single(Samples.Findings(
            "device {\ncompatible = \"vendor,device\";\nvendor,value = <1>;\n};\n};\n/ { device {\n\nvendor,value = <2>;\n};",
            Samples.Binding(
                "properties:\n  compatible:\n    const: vendor,device\n  vendor,value:\n    const: 1\nadditionalProperties: false")));
        Assert.Equal(10, finding.Position?.Line);
    }

    [Fact]
    public void A_node_that_is_not_in_use_may_lack_what_is_required()
    {
        var binding = Samples.Binding(
            "properties:\n  compatible:\n    const: vendor,device\n  reg: true\nrequired:\n  - reg\nadditionalProperties: false");
        Assert.Equal(
            "'reg' is a required property",
            Assert.Single(Samples.Findings("device { compatible = \"vendor,device\"; };", binding)).Message);
        Assert.Empty(Samples.Findings("device { compatible = \"vendor,device\"; status = \"disabled\"; };", binding));
        Assert.Empty(Samples.Findings("bus { status = \"disabled\"; device { compatible = \"vendor,device\"; }; };", binding));
        Assert.Single(
            Samples.Findings("bus { status = \"disabled\"; device { compatible = \"vendor,device\"; status = \"okay\"; }; };", binding));
    }

    [Fact]
    public void A_binding_without_compatibles_is_checked_against_the_nodes_of_its_name()
    {
        var binding = Samples.Binding(
            "properties:\n  $nodename:\n    pattern: '^opp-'\nrequired:\n  - vendor,value\nadditionalProperties: true");
        Assert.Equal(["/opp-1"], Samples.Findings("opp-1 { }; other { };", binding).Select(finding => finding.Node));
    }

    [Fact]
    public void Interrupts_may_be_written_as_interrupts_extended() =>
        Assert.Empty(Samples.Findings(
            "device { compatible = \"vendor,device\"; interrupts-extended = <&gic 1 2>; }; gic: gic { #interrupt-cells = <2>; };",
            Samples.Binding(
                "properties:\n  compatible:\n    const: vendor,device\n  interrupts:\n    maxItems: 1\nrequired:\n  - interrupts\n"
                + "additionalProperties: false")));

    [Fact]
    public void Cells_are_split_by_what_the_parent_says_about_their_number()
    {
        var binding = Samples.Binding(
            "properties:\n  compatible:\n    const: vendor,device\n  reg:\n    maxItems: 1\nadditionalProperties: false");
        Assert.Empty(
            Samples.Findings(
                "#address-cells = <2>; #size-cells = <2>; device@1 { compatible = \"vendor,device\"; reg = <0 1 0 2>; };", binding));
        Assert.Equal(
            "[[0, 1], [0, 2]] is too long",
            Assert.Single(
                Samples.Findings(
                    "#address-cells = <1>; #size-cells = <1>; device@0 { compatible = \"vendor,device\"; reg = <0 1 0 2>; };",
                    binding)).Message);
    }

    [Fact]
    public void References_are_split_by_what_each_node_that_is_referred_to_says()
    {
        var types = Samples.Binding("select: false\ndefinitions:\n  phandle-array:\n    type: array", "types");
        var binding = Samples.Binding(
            "properties:\n  compatible:\n    const: vendor,device\n  clocks:\n    $ref: types.yaml#/definitions/phandle-array\n"
            + "    maxItems: 2\nadditionalProperties: false");
        const string Clocks = "a: a { #clock-cells = <0>; }; b: b { #clock-cells = <1>; };";
        Assert.Empty(Samples.Findings("device { compatible = \"vendor,device\"; clocks = <&a>, <&b 7>; };" + Clocks, types, binding));
        Assert.Equal(
            "[[1], [1], [1]] is too long",
            Assert.Single(
                Samples.Findings(
                    "device { compatible = \"vendor,device\"; clocks = <&a>, <&a>, <&a>; };" + Clocks, types, binding)).Message);
    }

    [Fact]
    public void A_compatible_that_no_binding_has_is_a_finding_of_its_own()
    {
        var bindings =
            Samples.Prepare(Samples.Binding("properties:\n  compatible:\n    const: vendor,device\nadditionalProperties: false")).Bindings;
        var finding = Assert.Single(new BindingValidator(bindings).Validate(Samples.Tree("device { compatible = \"vendor,other\"; };")));
        Assert.True(finding.IsUndocumented);
        Assert.Equal("failed to match any schema with compatible: ['vendor,other']", finding.Message);
    }

    [Fact]
    public void Of_alternatives_none_of_which_holds_each_says_what_is_wrong()
    {
        var finding = Assert.Single(Samples.Findings(
            "device { compatible = \"vendor,device\"; vendor,value = <3>; };",
            Samples.Binding(
                "properties:\n  compatible:\n    const: vendor,device\n  vendor,value:\n    oneOf:\n      - const: 1\n      - const: 2\n"
                + "additionalProperties: false")));
        Assert.Equal("'oneOf' conditional failed, one must be fixed", finding.Message);
        Assert.Equal(["1 was expected", "2 was expected"], finding.Alternatives);
    }
}
