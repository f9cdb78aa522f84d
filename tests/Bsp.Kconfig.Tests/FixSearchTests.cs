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
    public void A_member_of_a_choice_is_had_by_choosing_it() =>
        Assert.Equal(["B=y"], Found(Colours + "config X\n\tbool \"x\"\n\tdepends on B\n", "X"));

    [Fact]
    public void A_default_that_is_hidden_is_had_through_what_it_is_computed_from() =>
        Assert.Equal(
            ["S=y"],
            Found(
                "config S\n\tbool \"s\"\n\nconfig H\n\tbool\n\tdefault y if S\n\n"
                + "config X\n\tbool \"x\"\n\tdepends on H\n",
                "X"));

    [Fact]
    public void What_a_select_holds_up_is_let_go() =>
        Assert.Equal(["S=n"], Found("config S\n\tbool \"s\"\n\tdefault y\n\tselect X\n\nconfig X\n\tbool \"x\"\n", "X", "n"));

    [Theory]
    [InlineData("depends on N > 7", "N=8")]
    [InlineData("depends on N < 3 && N != 2", "N=1")]
    [InlineData("depends on N = 6", "N=6")]
    [InlineData("depends on T = \"acme\"", "T=\"acme\"")]
    [InlineData("depends on T != \"\" && T != \"acme\"", "T=\"other\"")]
    public void Numbers_and_texts_are_chosen_by_what_they_are_compared_with(string line, string fix) =>
        Assert.Equal(
            [fix],
            Found(
                "config N\n\tint \"n\"\n\tdefault 4\n\trange 1 9\n\nconfig T\n\tstring \"t\"\n\n"
                + $"config X\n\tbool \"x\"\n\t{line}\n",
                "X"));

    [Fact]
    public void A_menu_that_is_not_visible_is_made_so() =>
        Assert.Equal(
            ["EXPERT=y"],
            Found(
                "config EXPERT\n\tbool \"expert\"\n\nmenu \"m\"\n\tvisible if EXPERT\n\nconfig X\n\tbool \"x\"\n\nendmenu\n", "X"));

    [Fact]
    public void The_name_that_a_symbol_had_before_is_a_way_to_one_without_a_prompt()
    {
        const string Text = "config NEW\n\tbool\n\tdefault OLD\n\nconfig OLD\n\tbool\n\ttransitional\n\n"
            + "config X\n\tbool \"x\"\n\tdepends on NEW\n";
        Assert.Equal("it holds with OLD=y", Answer(Text, "CONFIG_X=y\n", KconfigDialect.LinuxNewest).Text(""));
    }

    [Fact]
    public void A_condition_of_a_dependency_is_turned_off_rather_than_another_request()
    {
        const string Text = "config BIG\n\tbool \"big\"\n\tdefault y\n\nconfig SWAP\n\tbool \"swap\"\n\n"
            + "config DRV\n\tbool \"drv\"\n\tdepends on SWAP if BIG\n";
        Assert.Equal(
            "it holds with BIG=n",
            Answer(Text, "CONFIG_DRV=y\n# CONFIG_SWAP is not set\n", KconfigDialect.LinuxNewest).Text(""));
    }

    [Fact]
    public void Requests_that_exclude_each_other_are_named_with_their_lines_and_what_one_of_them_costs()
    {
        const string Text = "config A\n\tbool \"a\"\n\nconfig B\n\tbool \"b\"\n\nconfig X\n\tbool \"x\"\n\tdepends on !A\n";
        Assert.Equal(
            "it and CONFIG_A=y (fragment:2) exclude each other; "
            + "it holds with CONFIG_A=n, at the cost of CONFIG_A=y (fragment:2), which becomes n",
            Answer(Text, "CONFIG_X=y\nCONFIG_A=y\nCONFIG_B=y\n").Text("CONFIG_"));
    }

    [Fact]
    public void What_a_request_costs_indirectly_is_said_as_well()
    {
        const string Text = "config A\n\tbool \"a\"\n\nconfig D\n\tbool \"d\"\n\tdepends on A\n\n"
            + "config X\n\tbool \"x\"\n\tdepends on !A\n";
        var answer = Answer(Text, "CONFIG_X=y\nCONFIG_A=y\nCONFIG_D=y\n");
        Assert.Equal(["A n", "D n"], answer.Lost.Select(lost => $"{lost.Request.Symbol} {lost.Becomes}"));
    }

    [Fact]
    public void Of_three_requests_of_which_two_are_possible_all_three_are_named()
    {
        const string Text = "config A\n\tbool \"a\"\n\nconfig B\n\tbool \"b\"\n\nconfig X\n\tbool \"x\"\n\tdepends on !A || !B\n";
        Assert.StartsWith(
            "it and A=y (fragment:1) and B=y (fragment:2) exclude each other; ",
            Answer(Text, "CONFIG_A=y\nCONFIG_B=y\nCONFIG_X=y\n").Text(""), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_requests_are_met_at_once_or_those_named_that_cannot_be()
    {
        const string Text = "config A\n\tbool \"a\"\n\nconfig X\n\tbool \"x\"\n\tdepends on A\n\n"
            + "config Y\n\tbool \"y\"\n\tdepends on A\n\nconfig Z\n\tbool \"z\"\n\tdepends on HIDDEN && !A\n\n"
            + "config HIDDEN\n\tbool\n\tdefault y if B\n\nconfig B\n\tbool \"b\"\n";
        Assert.Equal("all of them hold with A=y", Answer(Text, "CONFIG_X=y\nCONFIG_Y=y\n").Text(""));
        Assert.Equal(
            "X=y (fragment:1) and Z=y (fragment:2) exclude each other; there is no fix",
            Answer(Text, "CONFIG_X=y\nCONFIG_Z=y\n").Text(""));
    }

    [Fact]
    public void A_search_that_is_cut_short_says_so_and_proves_nothing()
    {
        const string Text = "config A\n\tbool \"a\"\n\nconfig X\n\tbool \"x\"\n\tdepends on A\n";
        var search = new FixSearch(TestTree.Of(Text).Configure("")) { MaximumTrials = 1 };
        Assert.Equal("no fix was found in 1 trials", search.Find([new("X", "y", new("", 0, 0))], [])!.Text(""));
    }

    [Fact]
    public void Where_there_is_no_fix_it_is_proved()
    {
        const string Text = "config A\n\tbool \"a\"\n\nconfig X\n\tbool \"x\"\n\tdepends on A && !A\n";
        var answer = Answer(Text, "CONFIG_X=y\n");
        Assert.Equal(
            (FixOutcome.None, "there is no fix: no values of other symbols give it"), (answer.Outcome, answer.Text("")));
    }

    // Two hundred drivers select what is wanted, and each of them needs more than one change.
    [Fact]
    public void Many_ways_do_not_take_forever()
    {
        var drivers = Enumerable.Range(0, 200).Select(i =>
            $"config BUS{i}\n\tbool \"bus\"\n\nconfig DRV{i}\n\tbool \"drv\"\n\tdepends on BUS{i}\n\tselect H\n\n");
        var text = string.Concat(drivers) + "config H\n\tbool\n\nconfig X\n\tbool \"x\"\n\tdepends on H\n";
        Assert.Equal("it holds with BUS0=y, DRV0=y", Answer(text, "CONFIG_X=y\n").Text(""));
    }

    // Either makes it y; without modules, all that is m would change.
    [Fact]
    public void Modules_are_turned_off_last() => Assert.Equal(
        ["A=y"],
        Found(
            TestTree.Modules + "\tdefault y\n\nconfig A\n\ttristate \"a\"\n\tdefault m\n\nconfig X\n\ttristate \"x\"\n\tdepends on A\n",
            "X"));

    [Fact]
    public void What_has_another_name_now_is_fixed_under_that() => Assert.Equal(
        "it holds with NEEDED=y",
        Answer(
            "config OLD\n\tbool\n\ttransitional\n\nconfig NEEDED\n\tbool \"needed\"\n\n"
            + "config NEW\n\tbool \"new\"\n\tdefault OLD\n\tdepends on NEEDED\n",
            "CONFIG_OLD=y\n", KconfigDialect.LinuxNewest).Text(""));

    [Fact]
    public void A_request_that_holds_by_itself_needs_nothing() => Assert.Empty(Found("config A\n\tbool \"a\"\n", "A"));

    [Theory]
    [InlineData("config X\n\tbool \"x\"\n\tdepends on NOWHERE\n")]
    [InlineData("config A\n\tbool \"a\"\n\nconfig X\n\tbool \"x\"\n\tdepends on A && !A\n")]
    public void What_cannot_be_had_is_not_promised(string text) => Assert.Null(Fix(text, "X"));

    private const string Colours = "choice\n\tprompt \"colour\"\n\nconfig A\n\tbool \"a\"\n\n"
        + "config B\n\tbool \"b\"\n\nendchoice\n\n";

    /// <summary>What all that a fragment misses needs at once.</summary>
    private static FixAnswer Answer(string text, string fragment, KconfigDialect? dialect = null)
    {
        var tree = TestTree.Of(text, dialect ?? KconfigDialect.Linux6_9);
        var requests = Request.Parse(fragment, "fragment");
        var configuration = tree.Configure(fragment);
        var unmet = new RequestCheck(configuration).Unmet(requests).Select(one => one.Request).ToList();
        return new FixSearch(configuration).Find(unmet, requests)!;
    }

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
        var answer = new FixSearch(tree.Configure("")).Find([new(name, value, new("request", 1, 0))], [])!;
        if (answer.Outcome != FixOutcome.Found)
            return null;
        var lines = string.Concat(answer.Further.Select(assignment => assignment.ToLine(tree.Dialect)));
        Assert.Empty(tree.Unmet(lines + new Assignment(tree.Find(name)!, value).ToLine(tree.Dialect)));
        return [.. answer.Further.Select(assignment => assignment.ToString()).Order(StringComparer.Ordinal)];
    }
}
