namespace Bsp.Kconfig.Parsing.Tests;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData("B", "B")]
    [InlineData("B && C || D", "B && C || D")]
    [InlineData("(B || C) && D", "(B || C) && D")]
    [InlineData("!B && C", "!B && C")]
    [InlineData("!(B && C)", "!(B && C)")]
    [InlineData("B = \"x\"", "B=x")]
    [InlineData("B != C", "B!=C")]
    [InlineData("B<C||D>=E", "B<C || D>=E")]
    [InlineData("((((B))))", "B")]
    [InlineData("B && \\\n C", "B && C")]
    public void An_expression_is_read_as_the_C_tool_reads_it(string written, string read) =>
        Assert.Equal(read, TestTree.Default(written));

    [Fact]
    public void A_negation_takes_in_a_whole_comparison()
    {
        var tree = TestTree.Good("config A\n\tbool\n\tdefault !B = C\n");
        var value = tree.Find("A")!.Properties.Single(property => property.Kind == PropertyKind.Default).Value!;
        Assert.Equal(ExprKind.Not, value.Kind);
        Assert.Equal(ExprKind.Equal, value.Left.Kind);
    }

    [Theory]
    [InlineData("B &&", "Kconfig:3:14: syntax error: expected '!', '(' or a symbol, found the end of the line")]
    [InlineData("B C", "Kconfig:3:12: syntax error: expected the end of the line, found 'C'")]
    [InlineData("(B || C", "Kconfig:3:17: syntax error: expected ')', found the end of the line")]
    [InlineData("B = C = D", "Kconfig:3:16: syntax error: expected the end of the line, found '='")]
    [InlineData("", "Kconfig:3:9: syntax error: expected '!', '(' or a symbol, found the end of the line")]
    [InlineData("B if", "Kconfig:3:14: syntax error: expected '!', '(' or a symbol, found the end of the line")]
    public void A_wrong_expression_is_reported_with_its_place_and_what_was_expected(string written, string message)
    {
        var result = TestTree.Parse($"config A\n\tbool\n\tdefault {written}\n");
        Assert.Equal([message], result.Messages());
        Assert.Null(result.Tree);
    }

    [Fact]
    public void Parentheses_nested_too_deeply_are_an_error()
    {
        var result = TestTree.Parse($"config A\n\tbool\n\tdepends on {new string('(', 100_000)}B{new string(')', 100_000)}\n");
        Assert.Contains("at most 4000", Assert.Single(result.Messages).Text, StringComparison.Ordinal);
        result = TestTree.Parse($"config A\n\tbool\n\tdepends on {new string('(', 1001)}B{new string(')', 1001)}\n");
        Assert.Contains("nested deeper than 1000 levels", Assert.Single(result.Messages).Text, StringComparison.Ordinal);
        result = TestTree.Parse($"config A\n\tbool\n\tdepends on {new string('!', 3000)}B\n");
        Assert.Contains("nested deeper than 1000 levels", Assert.Single(result.Messages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_nesting_of_1000_is_read() =>
        TestTree.Good(
            $"config A\n\tbool\n\tdepends on {new string('(', 1000)}B{new string(')', 1000)}\n\tdefault {new string('!', 1000)}C\n");

    [Fact]
    public void A_long_chain_is_no_deep_one() =>
        TestTree.Good($"config A\n\tbool\n\tdefault {string.Join(" || ", Enumerable.Range(0, 1900).Select(i => $"B{i}"))}\n");
}
