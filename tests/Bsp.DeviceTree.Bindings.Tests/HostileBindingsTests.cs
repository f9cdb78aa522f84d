using Bsp.DeviceTrees.Bindings.Documents;

namespace Bsp.DeviceTrees.Bindings.Tests;

/// <summary>Bindings that are damaged, or meant to do harm.</summary>
public sealed class HostileBindingsTests
{
    private const string Node =
        "device { compatible = \"vendor,device\"; vendor,value = \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\"; };";

    [Theory]
    [InlineData("a: [1, 2")]
    [InlineData("a: 1\na: 2")]
    [InlineData("a: *nobody")]
    [InlineData("? [1]\n: 2")]
    [InlineData("a: 1\n---\nb: 2")]
    [InlineData("a: \"")]
    [InlineData("")]
    public void A_file_that_is_no_document_is_left_out_with_its_name_and_line(string text)
    {
        var message = Assert.Single(Samples.Prepare(text).Messages);
        Assert.StartsWith("0.yaml: left out: ", message, StringComparison.Ordinal);
        Assert.Contains("line ", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[1, 2]")]
    [InlineData("a: 1")]
    [InlineData("$id: 5\n$schema: 6")]
    public void A_document_that_is_no_binding_is_left_out(string text) =>
        Assert.Equal(["0.yaml: left out: it is not a binding: it has no $id and $schema"], Samples.Prepare(text).Messages);

    [Fact]
    public void Values_may_not_be_nested_without_end() =>
        Assert.Contains(
            "nested", Assert.Throws<FormatException>(() => YamlReader.Read(new string('[', 100_000))).Message, StringComparison.Ordinal);

    [Fact]
    public void Aliases_do_not_multiply_without_end()
    {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
            + string.Concat(
                Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));
        Assert.Contains("more than", Assert.Throws<FormatException>(() => YamlReader.Read(text)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("on", typeof(SchemaText))]
    [InlineData("yes", typeof(SchemaText))]
    [InlineData("'1'", typeof(SchemaText))]
    [InlineData("12:30", typeof(SchemaText))]
    [InlineData("true", typeof(SchemaFlag))]
    [InlineData("~", typeof(SchemaNull))]
    [InlineData("1.5", typeof(SchemaReal))]
    [InlineData("0x1f", typeof(SchemaInteger))]
    [InlineData("-3", typeof(SchemaInteger))]
    [InlineData("99999999999999999999999999999999999999999999", typeof(SchemaText))]
    public void Words_are_what_dt_schemas_reader_takes_them_for(string word, Type type) =>
        Assert.IsType(type, Assert.IsType<SchemaMap>(YamlReader.Read("a: " + word))["a"]);

    [Theory]
    [InlineData("010", 10)]
    [InlineData("0o10", 8)]
    [InlineData("0b11", 3)]
    [InlineData("1_000", 1000)]
    [InlineData("+5", 5)]
    public void Numbers_are_those_of_YAML_1_2(string word, int value) =>
        Assert.Equal(value, Assert.IsType<SchemaMap>(YamlReader.Read("a: " + word)).Number("a"));

    [Fact]
    public void A_dash_before_a_comma_is_a_text() =>
        Assert.Equal(2, Assert.IsType<SchemaList>(Assert.IsType<SchemaMap>(YamlReader.Read("a: [x, -,]"))["a"]).Items.Count);

    [Theory]
    [InlineData("$ref: '#'")]
    [InlineData("$ref: other.yaml#")]
    [InlineData("allOf:\n  - $ref: other.yaml#\nunevaluatedProperties: false")]
    public void A_binding_that_refers_to_itself_without_end_is_a_finding(string part)
    {
        var findings = Samples.Findings(
            Node, Samples.Binding($"properties:\n  compatible:\n    const: vendor,device\n{part}"),
            Samples.Binding("select: false\n$ref: device.yaml#", "other"));
        var finding = Assert.Single(findings);
        Assert.Equal(Finding.NotEvaluated, finding.Keyword);
        Assert.Contains("refers to itself", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_that_leads_nowhere_is_reported_when_bindings_are_prepared_and_met_by_nothing()
    {
        var prepared = Samples.Prepare(Samples.Binding("properties:\n  compatible:\n    const: vendor,device\n$ref: nobody.yaml#"));
        Assert.Equal(["0.yaml: the $ref 'nobody.yaml#' leads nowhere"], prepared.Messages);
        Assert.Equal("false", Assert.Single(Samples.Findings(Node, prepared.Bindings)).Keyword);
    }

    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("(?=a)^(a+)+$")]
    [InlineData("(x+x+)+y|(a|aa)+$")]
    public void A_pattern_that_would_take_years_takes_no_time_or_is_a_finding(string pattern)
    {
        var started = System.Diagnostics.Stopwatch.StartNew();
        var finding = Assert.Single(
            Samples.Findings(
                Node,
                Samples.Binding(
                    $"properties:\n  compatible:\n    const: vendor,device\n  vendor,value:\n    pattern: "
                    + $"'{pattern}'\nadditionalProperties: false")));
        Assert.True(finding.Keyword is "pattern" or Finding.NotEvaluated, finding.ToString());
        Assert.True(started.Elapsed < TimeSpan.FromSeconds(20), $"it took {started.Elapsed}");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("(a")]
    [InlineData("*a")]
    public void A_pattern_that_is_none_is_a_finding(string pattern) =>
        Assert.Contains(
            "is not a pattern",
            Assert.Single(
                Samples.Findings(
                    Node,
                    Samples.Binding(
                        $"properties:\n  compatible:\n    const: vendor,device\n  vendor,value:\n    pattern: "
                        + $"'{pattern}'\nadditionalProperties: false"))).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("required: 5")]
    [InlineData("properties: [1]")]
    [InlineData("allOf: yes")]
    [InlineData("enum: 5")]
    [InlineData("patternProperties: 3")]
    [InlineData("minItems: many")]
    [InlineData("multipleOf: 0")]
    [InlineData("if: 7")]
    public void A_keyword_with_a_value_that_it_cannot_have_is_passed_over_and_reported(string part)
    {
        var prepared = Samples.Prepare(Samples.Binding($"select: true\n{part}"));
        Assert.Contains("skipped", Assert.Single(prepared.Messages), StringComparison.Ordinal);
        Assert.Empty(Samples.Findings(Node, prepared.Bindings));
    }

    [Theory]
    [InlineData("^a{,2}b", "aab", true)]
    [InlineData(@"a\_b", "a_b", true)]
    [InlineData("[[]x", "[x", true)]
    [InlineData("[]a]x", "]x", true)]
    [InlineData("[^]]x", "]x", false)]
    [InlineData("[a-z-[b]", "b", true)]
    public void Patterns_mean_what_they_mean_in_Python(string pattern, string text, bool isMatch) =>
        Assert.Equal(isMatch, PythonRegex.IsMatch(PythonRegex.Compile(pattern), text));
}
