namespace Bsp.Kconfig.Tests;

public sealed class FixSearchTests
{
    [Fact]
    public void A_chain_of_dependencies_is_followed_to_its_end() =>
        Assert.Equal(
            ["A=y", "B=y"],
            Found("config A\n\tbool \"a\"\n\nconfig B\n\tbool \"b\"\n\tdepends on A\n\nconfig C\n\tbool \"c\"\n\tdepends on B\n", "C"));

    [Fact]
    public void Of_several_ways_the_shortest_is_taken() =>
        Assert.Equal(
            ["D"],
            Names(
                Found(
                    "config A\n\tbool \"a\"\n\nconfig B\n\tbool \"b\"\n\nconfig D\n\tbool \"d\"\n\nconfig X\n\tbool \"x\"\n"
                    + "\tdepends on (A && B) || D\n",
                    "X")));

    [Fact]
    public void What_must_be_off_is_turned_off() =>
        Assert.Equal(["A=n"], Found("config A\n\tbool \"a\"\n\tdefault y\n\nconfig X\n\tbool \"x\"\n\tdepends on !A\n", "X"));

    [Fact]
    public void What_has_no_prompt_is_had_through_what_selects_it() =>
        Assert.Equal(
            ["S=y"], Found("config H\n\tbool\n\nconfig S\n\tbool \"s\"\n\tselect H\n\nconfig X\n\tbool \"x\"\n\tdepends on H\n", "X"));

    [Fact]
    public void Modules_are_turned_on_where_a_module_is_asked_for() =>
        Assert.Equal(["MODULES=y"], Found(TestTree.Modules + "config T\n\ttristate \"t\"\n", "T", "m"));

    [Fact]
    public void A_request_that_holds_by_itself_needs_nothing() => Assert.Empty(Found("config A\n\tbool \"a\"\n", "A"));

    [Theory]
    [InlineData("config X\n\tbool \"x\"\n\tdepends on NOWHERE\n")]
    [InlineData("config A\n\tbool \"a\"\n\nconfig X\n\tbool \"x\"\n\tdepends on A && !A\n")]
    public void What_cannot_be_had_is_not_promised(string text) => Assert.Null(Fix(text, "X"));

    private static IEnumerable<string> Names(string[] fix) => fix.Select(assignment => assignment.Split('=')[0]);

    private static string[] Found(string text, string name, string value = "y")
    {
        var fix = Fix(text, name, value);
        Assert.NotNull(fix);
        return fix;
    }

    // Each answer is tried: with it the request must hold.
    private static string[]? Fix(string text, string name, string value = "y")
    {
        var tree = TestTree.Of(text);
        var answer = new FixSearch(tree.Configure("")).Find([new Assignment(tree.Find(name)!, value)]);
        if (answer.Outcome != FixOutcome.Found)
            return null;
        Assert.Empty(tree.Unmet(string.Concat(answer.Further.Select(assignment => $"CONFIG_{assignment}\n")) + $"CONFIG_{name}={value}\n"));
        return [.. answer.Further.Select(assignment => assignment.ToString()).Order(StringComparer.Ordinal)];
    }
}
