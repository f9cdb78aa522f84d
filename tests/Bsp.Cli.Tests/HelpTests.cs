namespace Bsp.Cli.Tests;

public sealed class HelpTests
{
    private static readonly string[] Commands =
    [
        "olddefconfig", "defconfig", "savedefconfig", "allnoconfig", "allyesconfig", "allmodconfig", "alldefconfig",
        "list-new", "merge", "check", "diff", "explain", "fix", "search", "snapshot", "conf",
    ];

    [Fact]
    public void All_commands_are_listed()
    {
        using var tree = new SampleTree();
        var result = tree.Kconf("--help");
        Assert.Equal((0, ""), (result.Status, result.Error));
        foreach (var command in Commands)
            Assert.Contains($"  {command}", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_help_of_each_command_has_an_example()
    {
        using var tree = new SampleTree();
        foreach (var command in Commands)
            Assert.Contains($"  bsp kconfig {command} ", tree.Kconf(command, "--help").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_that_there_is_not_is_one_fault()
    {
        using var tree = new SampleTree();
        Assert.StartsWith(
            "bsp: error: there is no command or option 'nonsense'\n'bsp kconfig --help'", tree.Kconf("nonsense").Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'--fixx' is not an option; did you mean --fix?", "kconfig", "check", "--fixx", "a")]
    [InlineData("'--tre' is not an option; did you mean --tree", "kconfig", "check", "a", "--tre", "x")]
    [InlineData("'--jsn' is not an option; did you mean --json?", "kconfig", "diff", "--jsn", "a", "b")]
    [InlineData("'--quite-another-thing' is not an option\n", "kconfig", "explain", "--quite-another-thing", "NET")]
    [InlineData("'--confg' is not an option; did you mean --config", "kconfig", "olddefconfig", "--confg", "x")]
    [InlineData("there is no command or option 'chek'; did you mean check?", "kconfig", "chek", "a")]
    public void A_mistyped_option_is_called_one(string fault, params string[] arguments)
    {
        using var tree = new SampleTree();
        var result = tree.Run(arguments);
        Assert.Equal((2, ""), (result.Status, result.Out));
        Assert.StartsWith("bsp: error: " + fault, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void After_two_dashes_a_name_may_begin_with_one_and_so_may_a_value()
    {
        using var tree = new SampleTree();
        tree.Write("-a", "CONFIG_NET=y\n");
        Assert.Equal(0, tree.Kconf("check", "--", "-a").Status);
        Assert.Equal(0, tree.Kconf("defconfig", "--output", "-", "--", "-a").Status);
        Assert.Equal(0, tree.Kconf("check", "--cross-compile", "-x-", "--", "-a").Status);
    }

    [Theory]
    [InlineData("kconfig --help", "kconfig", "nonsense")]
    [InlineData("kconfig olddefconfig --help", "kconfig", "olddefconfig", "--nonsense")]
    [InlineData("kconfig --help", "kconfig")]
    [InlineData("bsp --help")]
    public void A_wrong_command_line_names_the_help(string help, params string[] arguments)
    {
        using var tree = new SampleTree();
        var result = tree.Run(arguments);
        Assert.Equal((2, ""), (result.Status, result.Out));
        Assert.StartsWith("bsp: error: ", result.Error, StringComparison.Ordinal);
        Assert.Contains(help, result.Error, StringComparison.Ordinal);
    }
}
