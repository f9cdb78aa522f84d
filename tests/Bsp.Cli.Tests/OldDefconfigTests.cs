namespace Bsp.Cli.Tests;

public sealed class OldDefconfigTests
{
    [Fact]
    public void New_symbols_get_their_defaults_and_the_old_file_is_kept()
    {
        using var tree = new SampleTree();
        tree.Write(".config", "CONFIG_NET=y\n");
        var result = tree.Kconf("olddefconfig");
        Assert.Equal((0, "#\n# configuration written to .config\n#\n", ""), (result.Status, result.Out, result.Error));
        Assert.Contains("CONFIG_NET=y\n# CONFIG_WIFI is not set\n", tree.Read(".config"), StringComparison.Ordinal);
        Assert.Equal("CONFIG_NET=y\n", tree.Read(".config.old"));
    }

    [Fact]
    public void A_complete_configuration_is_left_as_it_is()
    {
        using var tree = new SampleTree();
        tree.Write(".config", Sample.Defaults);
        Assert.Equal("#\n# No change to .config\n#\n", tree.Kconf("olddefconfig").Out);
        Assert.False(tree.Has(".config.old"));
    }

    [Fact]
    public void The_configuration_can_be_named_and_written_elsewhere()
    {
        using var tree = new SampleTree();
        tree.Write("build/a.config", "");
        Assert.Equal(Sample.Defaults, tree.Kconf("olddefconfig", "--config", "build/a.config", "--output", "-").Out);
        Assert.Equal(0, tree.Kconf("olddefconfig", "--config", "build/a.config", "-o", "out/b.config").Status);
        Assert.Equal(Sample.Defaults, tree.Read("out/b.config"));
        tree.Environment["KCONFIG_CONFIG"] = "build/a.config";
        Assert.Equal("#\n# configuration written to build/a.config\n#\n", tree.Kconf("olddefconfig").Out);
    }

    [Theory]
    [InlineData(null, "bsp: error: there is no '.config', the configuration\n")]
    [InlineData("", "bsp: error: '.config' is a folder, not the configuration\n")]
    public void A_configuration_that_is_none_is_a_fault(string? folder, string message)
    {
        using var tree = new SampleTree();
        if (folder is not null)
            Directory.CreateDirectory(tree.At(".config"));
        var result = tree.Kconf("olddefconfig");
        Assert.Equal((2, "", message), (result.Status, result.Out, result.Error));
    }

    [Fact]
    public void Wrong_lines_are_named_with_file_and_line()
    {
        using var tree = new SampleTree();
        tree.Write(".config", "nonsense\nCONFIG_LEVEL=high\nCONFIG_NET=perhaps\n\u0000\n");
        var result = tree.Kconf("olddefconfig", "--output", "-");
        Assert.Equal((0, Sample.Defaults), (result.Status, result.Out));
        Assert.Contains(".config:1: warning: unexpected data: nonsense\n", result.Error, StringComparison.Ordinal);
        Assert.Contains(".config:2: warning: symbol value 'high' invalid for LEVEL\n", result.Error, StringComparison.Ordinal);
        Assert.Contains(".config:3: warning: symbol value 'perhaps' invalid for NET\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_symbol_that_is_selected_without_its_dependencies_is_reported_once()
    {
        using var tree = new SampleTree();
        tree.Write(".config", "CONFIG_FORCING=y\n");
        Assert.Equal(
            "\nWARNING: unmet direct dependencies detected for NEEDY\n  Depends on [n]: NET [=n]\n  Selected by [y]:\n  - FORCING [=y]\n",
            tree.Kconf("olddefconfig").Error);
    }
}
