using Bsp.Kconfig.Parsing.Shells;

namespace Bsp.Kconfig.Parsing.Tests;

public sealed class MacroTests
{
    private static string Print(string text, params (string, string)[] environment) =>
        TestTree.Parse([("Kconfig", text)], environment: environment.ToDictionary(pair => pair.Item1, pair => pair.Item2)).Output;

    [Theory]
    [InlineData("X = $(Y)\nY = 1\n$(info,$(X))\n", "1\n")]
    [InlineData("X := $(Y)\nY = 1\n$(info,[$(X)])\n", "[]\n")]
    [InlineData("X = a\nX += $(Y)\nY = b\n$(info,$(X))\n", "a b\n")]
    [InlineData("X := a\nX += $(Y)\nY = b\n$(info,[$(X)])\n", "[a ]\n")]
    [InlineData("X += $(Y)\nY = b\n$(info,$(X))\n", "b\n")]
    [InlineData("X =   a # b  \n$(info,[$(X)])\n", "[a # b  ]\n")]
    [InlineData("X :=\n$(info,[$(X)])\n", "[]\n")]
    public void Variables_are_expanded_when_used_or_when_assigned(string text, string output) => Assert.Equal(output, Print(text));

    [Theory]
    [InlineData("f = <$(1)|$(2)>\n$(info,$(f,a, b))\n", "<a| b>\n")]
    [InlineData("f = $(1)\n$(info,$(f,$(f,x)))\n", "x\n")]
    [InlineData("f = $(1)\n$(info,$(f,(a,b)))\n", "(a,b)\n")]
    [InlineData("comma = ,\nf = $(1)\n$(info,$(f,a$(comma)b))\n", "a,b\n")]
    [InlineData("n = f\nf = $(1)!\n$(info,$($(n),a))\n", "a!\n")]
    [InlineData("f = [$(3)]\n$(info,$(f,a))\n", "[]\n")]
    [InlineData("$(info,$X ${X} $)\n", "$X ${X} $\n")]
    [InlineData("f = $(if-set,$(1))\nif-set = $(1)\n$(info,$(f,q))\n", "q\n")]
    public void Functions_get_their_arguments_as_written(string text, string output) => Assert.Equal(output, Print(text));

    [Fact]
    public void A_variable_hides_a_function_and_that_hides_the_environment()
    {
        Assert.Equal("env\n", Print("$(info,$(X))\n", ("X", "env")));
        Assert.Equal("var\n", Print("X = var\n$(info,$(X))\n", ("X", "env")));
        Assert.Equal("Kconfig\n", Print("$(info,$(filename))\n", ("filename", "env")));
        Assert.Equal("[]\n", Print("$(info,[$(X,a)])\n", ("X", "env")));
    }

    [Fact]
    public void The_environment_that_was_read_is_listed_in_order()
    {
        var result = TestTree.Parse(
            [("Kconfig", "mainmenu \"$(B) $(A) $(B) $(C)\"\n")],
            environment: new() { ["A"] = "1", ["B"] = "2", ["D"] = "3" });
        Assert.Equal([new("B", "2"), new("A", "1")], result.EnvironmentRead);
    }

    [Fact]
    public void What_a_word_expands_to_is_one_word_and_nothing_is_none()
    {
        var result = TestTree.Parse("X = y if C\nE =\nconfig A$(E)B $(E)\n\tbool \"p$(X)q\\$(X)\"\n\tdefault $(X)\n$(E)\n");
        Assert.Empty(result.Messages);
        var symbol = result.Tree!.Find("AB")!;
        Assert.Equal("y if C", symbol.Properties.Single(property => property.Kind == PropertyKind.Default).Value!.Symbol.Name);
        Assert.Equal("py if Cq$(X)", symbol.Properties.Single(property => property.Kind == PropertyKind.Prompt).Text);
    }

    [Fact]
    public void File_name_and_line_are_those_of_the_use() =>
        Assert.Equal(
            "a/Kconfig:2\n",
            TestTree.Parse(
                [("Kconfig", "source \"a/Kconfig\"\n"), ("a/Kconfig", "here = $(filename):$(lineno)\n$(info,$(here))\n")]).Output);

    [Fact]
    public void A_command_is_asked_of_the_shell()
    {
        var shell = new AnswersShell(new Dictionary<string, string> { ["echo $A; (b)"] = "answer" });
        var result = TestTree.Parse([("Kconfig", "c = b\n$(info,$(shell,echo $A; ($(c))))\n")], shell: shell);
        Assert.Equal("answer\n", result.Output);
    }

    [Fact]
    public void A_command_without_an_answer_is_an_error_where_it_is_written()
    {
        var result = TestTree.Parse("config A\n\tdef_bool $(shell,probe)\n");
        Assert.Equal(["Kconfig:2:2: there is no recorded answer to the command: probe"], result.Messages());
    }

    [Fact]
    public void An_error_of_the_trees_own_ends_the_reading()
    {
        var result = TestTree.Parse(
            "$(warning-if,y,careful)\n$(warning-if,n,not)\n$(error-if,n,not)\n$(error-if,y,no compiler)\nnonsense\n");
        Assert.Equal(["Kconfig:1: careful", "Kconfig:4: no compiler"], result.Messages());
        Assert.Null(result.Tree);
    }

    [Theory]
    [InlineData("X = $(X)\n$(info,$(X))\n", "Kconfig:2: Recursive variable 'X' references itself (eventually)")]
    [InlineData("X = $(Y)\nY = $(X)\nZ := $(X)\n", "Kconfig:4: Recursive variable 'X' references itself (eventually)")]
    [InlineData("f = $(f,$(1)a)\n$(info,$(f,a))\n", "Kconfig:2: Too deep recursive expansion")]
    [InlineData("config $(shell\n\tbool\n", "Kconfig:1: unterminated reference to 'shell': missing ')'")]
    [InlineData("config A\n\tbool \"$(x\"\n", "Kconfig:2: unterminated reference to 'x\"': missing ')'")]
    [InlineData("$(info)\n", "Kconfig:1: too few function arguments passed to 'info'")]
    [InlineData("$(info,a,b)\n", "Kconfig:1: too many function arguments passed to 'info'")]
    [InlineData("$(f,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16)\n", "Kconfig:1: too many function arguments")]
    public void A_macro_that_cannot_be_expanded_is_an_error(string text, string message) =>
        Assert.Contains(message, TestTree.Parse(text).Messages());

    [Fact]
    public void Variables_that_double_each_other_are_stopped()
    {
        var text = "a0 = xxxxxxxxxx\n"
            + string.Concat(Enumerable.Range(1, 60).Select(i => $"a{i} = $(a{i - 1})$(a{i - 1})\n")) + "$(info,$(a60))\n";
        Assert.Contains("longer than", Assert.Single(TestTree.Parse(text).Messages).Text, StringComparison.Ordinal);
        text = "a0 =\n" + string.Concat(Enumerable.Range(1, 60).Select(i => $"a{i} = $(a{i - 1})$(a{i - 1})\n")) + "$(info,$(a60))\n";
        Assert.Contains("too many steps", Assert.Single(TestTree.Parse(text).Messages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void References_nested_without_end_are_stopped()
    {
        var text = "$(info," + string.Concat(Enumerable.Repeat("$(", 50_000)) + new string(')', 50_000) + ")\n";
        Assert.Single(TestTree.Parse(text).Messages);
    }
}
