namespace Bsp.Kconfig.Parsing.Tests;

public sealed class IncludeTests
{
    [Fact]
    public void Files_are_read_in_their_order_and_listed_once()
    {
        var result = TestTree.Parse([
            ("Kconfig", "source \"b\"\nsource \"a\"\nsource \"b\"\n"),
            ("a", "config A\n\tbool\n"),
            ("b", "config B\n\tbool\n")]);
        Assert.Empty(result.Messages);
        Assert.Equal(["Kconfig", "b", "a"], result.Files);
        Assert.Equal(["B", "A", "B"], result.Tree!.Nodes().Select(node => node.Symbol!.Name));
    }

    [Fact]
    public void A_file_that_includes_itself_is_an_error_with_the_way_there()
    {
        var result = TestTree.Parse([
            ("Kconfig", "\nsource \"a\"\nnonsense\n"),
            ("a", "\n\nsource \"b\"\n"),
            ("b", "source \"a\"\n")]);
        Assert.Equal(
            [
                "b:1:1: Recursive inclusion detected.\nInclusion path:\n  current file : a\n  included from: b:1\n  included from: a:3\n"
                + "  included from: Kconfig:2",
                "Kconfig:3:1: unknown statement \"nonsense\"",
            ],
            result.Messages());
    }

    [Fact]
    public void A_tree_without_its_first_file_is_an_error()
    {
        var result = TestTree.Parse([]);
        Assert.Equal("can't find file Kconfig", Assert.Single(result.Messages).Text);
        Assert.Null(result.Tree);
    }

    [Fact]
    public void A_block_must_end_in_its_own_file()
    {
        var result = TestTree.Parse([("Kconfig", "if A\nsource \"a\"\nendif\n"), ("a", "\nendif\n")]);
        Assert.Equal(["a:2:1: 'endif' in different file than 'if'", "Kconfig:1:1: location of the 'if'"], result.Messages());
        result = TestTree.Parse([("Kconfig", "if A\nsource \"a\"\nendif\n"), ("a", "if B\n")]);
        Assert.Equal(["Kconfig:3:1: 'endif' in different file than 'if'", "a:1:1: location of the 'if'"], result.Messages());
    }

    [Fact]
    public void Relative_and_optional_sources_are_read()
    {
        var result = TestTree.Parse([
            ("Kconfig", "source \"d/a\"\nosource \"none\"\n"),
            ("d/a", "rsource \"e/b\"\norsource \"none\"\n"),
            ("d/e/b", "config B\n\tbool\n")]);
        Assert.Empty(result.Messages);
        Assert.Equal(["Kconfig", "d/a", "d/e/b"], result.Files);
    }

    [Fact]
    public void A_file_name_may_have_macros()
    {
        var result = TestTree.Parse(
            [("Kconfig", "source \"arch/$(SRCARCH)/Kconfig\"\n"), ("arch/arm64/Kconfig", "config A\n\tbool\n")],
            environment: new() { ["SRCARCH"] = "arm64" });
        Assert.Empty(result.Messages);
        Assert.NotNull(result.Tree!.Find("A"));
    }

    [Fact]
    public void Files_that_include_each_other_twice_are_stopped()
    {
        var files = Enumerable.Range(0, 60)
            .Select(i => ($"k{i}", $"source \"k{i + 1}\"\nsource \"k{i + 1}\"\n"))
            .Append(("k60", ""))
            .Append(("Kconfig", "source \"k0\"\n"));
        var result = TestTree.Parse([.. files]);
        Assert.Null(result.Tree);
        Assert.True(result.Messages.Count < 100, $"{result.Messages.Count} messages");
    }

    [Fact]
    public void Blocks_nested_without_end_are_an_error()
    {
        var result = TestTree.Parse(string.Concat(Enumerable.Repeat("if A\n", 200_000)));
        Assert.Contains(result.Messages, message => message.Text.Contains("nested deeper than 1000", StringComparison.Ordinal));
    }
}
