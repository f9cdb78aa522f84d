using System.Diagnostics;

namespace Bsp.Cli.Tests;

/// <summary>The variables that make hands to conf do the same in every command (Documentation/kbuild/kconfig.rst).</summary>
public sealed class VariableTests
{
    [Theory]
    [InlineData("olddefconfig")]
    [InlineData("defconfig", ".config")]
    [InlineData("allnoconfig", "--seed", ".config")]
    [InlineData("savedefconfig", "-")]
    [InlineData("check", ".config")]
    [InlineData("merge", ".config")]
    public void Unknown_symbols_are_warned_of_and_warnings_are_errors(params string[] arguments)
    {
        using var tree = new SampleTree();
        tree.Write(".config", "CONFIG_NET=y\nCONFIG_GONE=y\n# CONFIG_GONE_TOO is not set\n");
        Assert.DoesNotContain("unknown symbol", tree.Kconf(arguments).Error, StringComparison.Ordinal);

        tree.Write(".config", "CONFIG_NET=y\nCONFIG_GONE=y\n# CONFIG_GONE_TOO is not set\n");
        tree.Environment["KCONFIG_WARN_UNKNOWN_SYMBOLS"] = "1";
        tree.Environment["KCONFIG_WERROR"] = "1";
        var result = tree.Kconf(arguments);
        Assert.Equal(1, result.Status);
        Assert.Contains(".config:2: warning: unknown symbol: GONE\n", result.Error, StringComparison.Ordinal);
        Assert.Contains(".config:3: warning: unknown symbol: GONE_TOO\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_are_not_as_given_are_reported_where_a_variable_asks_for_it()
    {
        using var tree = new SampleTree();
        tree.Write(".config", "CONFIG_WIFI=y\n");
        tree.Environment["KCONFIG_WARN_CHANGED_INPUT"] = "1";
        Assert.Contains("  CONFIG_WIFI: y -> n\n", tree.Kconf("olddefconfig").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("allnoconfig", "allno.config")]
    [InlineData("allyesconfig", "allyes.config")]
    [InlineData("allmodconfig", "allmod.config")]
    [InlineData("alldefconfig", "alldef.config")]
    public void A_seed_is_found_as_make_finds_it(string command, string usual)
    {
        using var tree = new SampleTree();
        tree.Environment["KCONFIG_ALLCONFIG"] = "1";
        var missing = tree.Kconf(command);
        Assert.Equal(1, missing.Status);
        Assert.Contains($"no \"{usual}\" or \"all.config\" file found", missing.Error, StringComparison.Ordinal);

        tree.Write("all.config", "CONFIG_LEVEL=7\n");
        Assert.Contains("CONFIG_LEVEL=7\n", tree.Kconf(command, "--output", "-").Out, StringComparison.Ordinal);
        tree.Write(usual, "CONFIG_LEVEL=8\n");
        Assert.Contains("CONFIG_LEVEL=8\n", tree.Kconf(command, "--output", "-").Out, StringComparison.Ordinal);
        tree.Write("mine", "CONFIG_LEVEL=9\n");
        tree.Environment["KCONFIG_ALLCONFIG"] = "mine";
        Assert.Contains("CONFIG_LEVEL=9\n", tree.Kconf(command, "--output", "-").Out, StringComparison.Ordinal);
        Assert.Contains("CONFIG_LEVEL=7\n", tree.Kconf(command, "--seed", "all.config", "-o", "-").Out, StringComparison.Ordinal);
        tree.Environment["KCONFIG_ALLCONFIG"] = "nothere";
        Assert.Equal(1, tree.Kconf(command).Status);
    }

    [Fact]
    public async Task A_fragment_may_be_a_pipe()
    {
        using var tree = new SampleTree();
        using var pipe = Process.Start("mkfifo", tree.At("pipe"));
        await pipe.WaitForExitAsync(TestContext.Current.CancellationToken);
        var write = Task.Run(() => File.WriteAllText(tree.At("pipe"), "CONFIG_NET=y\n"), TestContext.Current.CancellationToken);
        var result = tree.Kconf("check", "pipe");
        await write;
        Assert.Equal((0, "all of 1 requests are met\n", ""), (result.Status, result.Out, result.Error));
    }

    [Theory]
    [InlineData("S1=m", "S1=m (=n) at Kconfig:{0}: S1 is bool, and never m", 6)]
    [InlineData("$(shell,echo n)", "$(shell,echo n) (=n) at Kconfig:{0}: the shell says no", 8)]
    [InlineData("S1 && $(cc-option,-x)", "$(cc-option,-x) (=n) at Kconfig:{0}: the compiler says no", 8)]
    [InlineData("S1 || $(cc-option,-x)", "S1 || $(cc-option,-x) (=n) at Kconfig:{0}", 8)]
    [InlineData("$(as-instr,nop && nop)", "$(as-instr,nop && nop) (=n) at Kconfig:{0}: the assembler says no", 8)]
    [InlineData("\"$(WITH_S)\" = \"y\"", "\"$(WITH_S)\" = \"y\" (=n) at Kconfig:{0}: the variable WITH_S says no", 8)]
    public void What_was_n_when_the_files_were_read_is_shown_as_they_have_it(string term, string shown, int line)
    {
        var kconfig = "cc-option = n\nas-instr = n\n" + $"config S1\n\tbool \"s1\"\n\nconfig S2\n\tbool \"s2\"\n\tdepends on {term}\n\n"
            + $"if {term}\nconfig S3\n\tbool \"s3\"\nendif\n";
        using var tree = new SampleTree(kconfig);
        tree.Write("a", "CONFIG_S2=y\nCONFIG_S3=y\n");
        // The second time from the cache.
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var text = tree.Kconf("check", "a").Out;
            Assert.Contains($"Unmet: {shown.Replace("{0}", $"{line}", StringComparison.Ordinal)}", text, StringComparison.Ordinal);
            Assert.Contains($"Unmet: {shown.Replace("{0}", "10", StringComparison.Ordinal)}", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_bool_that_is_compared_with_m_is_warned_of_as_by_conf()
    {
        using var tree = new SampleTree("config S1\n\tbool \"s1\"\n\nconfig S2\n\tbool \"s2\"\n\tdepends on S1=m\n\tdefault y if S1!=m\n");
        const string First = "boolean symbol S1 tested for 'm'? test forced to 'n'\n";
        const string Second = "boolean symbol S1 tested for 'm'? test forced to 'y'\n";
        Assert.StartsWith(First + Second, tree.Kconf("conf", "--alldefconfig", "Kconfig").Out, StringComparison.Ordinal);
        Assert.Equal(
            $"Kconfig:4:1: warning: {First}Kconfig:4:1: warning: {Second}", tree.Kconf("alldefconfig", "--output", "-").Error);
    }

    [Fact]
    public void What_the_shell_decides_is_named_through_the_symbols_that_depend_on_it()
    {
        using var tree = new SampleTree(
            "config PLUG\n\tbool \"plug\"\n\tdepends on $(shell,echo n)\n\nconfig ONE\n\tbool \"one\"\n\tdepends on PLUG\n");
        tree.Write("a", "CONFIG_ONE=y\n");
        Assert.Contains(
            "Unmet: PLUG (=n), which needs $(shell,echo n) (=n) at Kconfig:3: the shell says no, and no symbol can change that\n",
            tree.Kconf("check", "a", "--no-shell-cache").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fix_takes_back_another_line_of_the_fragment_only_where_it_says_so()
    {
        using var tree = new SampleTree(
            "config BIG\n\tbool \"big\"\n\tdefault y\n\nconfig SWAP\n\tbool \"swap\"\n\n"
            + "config DRV\n\tbool \"drv\"\n\tdepends on SWAP || !BIG\n");
        tree.Write("a", "CONFIG_DRV=y\n# CONFIG_SWAP is not set\n");
        Assert.Contains("it holds with CONFIG_BIG=n\n", tree.Kconf("check", "a", "--fix").Out, StringComparison.Ordinal);
        tree.Write("a", "CONFIG_DRV=y\n# CONFIG_SWAP is not set\nCONFIG_BIG=y\n");
        Assert.Contains(
            "  note: it and CONFIG_SWAP=n (a:2) and CONFIG_BIG=y (a:3) exclude each other; "
            + "it holds with CONFIG_SWAP=y, at the cost of CONFIG_SWAP=n (a:2), which becomes y\n",
            tree.Kconf("check", "a", "--fix").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_condition_of_a_range_is_named_and_turned_off()
    {
        using var tree = new SampleTree(
            "config SMALL\n\tbool \"small\"\n\tdefault y\n\nconfig POOL\n\tint \"pool\"\n\trange 1 4 if SMALL\n\trange 1 4096\n");
        tree.Write("a", "CONFIG_POOL=64\n");
        var result = tree.Kconf("check", "a", "--fix");
        Assert.Contains("Out of range: 1 to 4 if SMALL\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("it holds with CONFIG_SMALL=n\n", result.Out, StringComparison.Ordinal);
    }
}
