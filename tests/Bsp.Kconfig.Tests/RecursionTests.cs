namespace Bsp.Kconfig.Tests;

public sealed class RecursionTests
{
    // What the terms are worth is the same in all dialects; which of them are still there when recursion is looked for is not.
    [Theory]
    [InlineData("depends on !A || B!=m")]
    [InlineData("depends on A || y")]
    [InlineData("depends on B && (n && !A)")]
    [InlineData("default y if A && B=m")]
    public void Up_to_Linux_6_8_a_term_that_decides_nothing_is_a_recursive_dependency_all_the_same(string line)
    {
        var text = $"config B\n\tbool\nconfig A\n\tbool\n\t{line}\n";
        foreach (var dialect in new[] { KconfigDialect.Linux6_1, KconfigDialect.UBoot })
        {
            var error = Assert.Single(
                TestTree.Parse(text, dialect).Messages, message => message.Severity == MessageSeverity.Error);
            Assert.Equal(MessageTopic.RecursiveDependency, error.Topic);
            Assert.StartsWith("recursive dependency detected!\nKconfig:", error.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(
            TestTree.Parse(text, KconfigDialect.Linux6_9).Messages, message => message.Severity == MessageSeverity.Error);
    }

    [Fact]
    public void The_message_names_the_symbol_twice()
    {
        var result = TestTree.Parse("config S2\n\tbool\nconfig S4\n\tbool\n\tdepends on !S4 || S2!=m\n", KconfigDialect.Linux6_1);
        Assert.Null(result.Tree);
        Assert.Contains(
            "Kconfig:3:error: recursive dependency detected!\nKconfig:3:\tsymbol S4 depends on S4\n",
            string.Concat(result.Messages.Select(message => ConfMessage.Text(message, KconfigDialect.Linux6_1))),
            StringComparison.Ordinal);
    }
}
