namespace Bsp.Cli.Tests;

/// <summary>The files, messages and statuses are those of the kernel's scripts/kconfig/conf.</summary>
public sealed class ConfTests
{
    private const string Heading = "#\n# Automatically generated file; DO NOT EDIT.\n# Sample Configuration\n#\n";

    [Fact]
    public void Olddefconfig_without_a_configuration_uses_the_list_and_writes_auto_conf()
    {
        using var tree = new SampleTree();
        tree.Environment["KCONFIG_DEFCONFIG_LIST"] = " /nowhere/config first_defconfig";
        tree.Write("first_defconfig", "CONFIG_NET=y\n");
        var result = tree.Kconf("conf", "--olddefconfig", "Kconfig");
        Assert.Equal(
            (0, "#\n# using defaults found in first_defconfig\n#\n#\n# configuration written to .config\n#\n", ""),
            (result.Status, result.Out, result.Error));
        Assert.Contains("CONFIG_NET=y\n", tree.Read("include/config/auto.conf"), StringComparison.Ordinal);
        Assert.Contains("#define CONFIG_NET 1\n", tree.Read("include/generated/autoconf.h"), StringComparison.Ordinal);
        Assert.Contains("--cfg=CONFIG_NET\n--cfg=CONFIG_NET=\"y\"\n", tree.Read("include/generated/rustc_cfg"), StringComparison.Ordinal);
        Assert.Equal(
            "autoconfig := include/config/auto.conf\n\ndeps_config := \\\n\tKconfig \\\n\n$(autoconfig): "
            + "$(deps_config)\n$(deps_config): ;\n",
            tree.Read("include/config/auto.conf.cmd"));
    }

    [Fact]
    public void Only_syncconfig_writes_auto_conf_again_and_touches_what_changed()
    {
        using var tree = new SampleTree();
        tree.Write(".config", Sample.Defaults);
        tree.Write("include/config/auto.conf", "CONFIG_MODULES=y\nCONFIG_LEVEL=2\nCONFIG_GONE=y\nCONFIG_NAME=box\nCONFIG_SMALL=y\n");
        Assert.Equal("#\n# No change to .config\n#\n", tree.Kconf("conf", "--olddefconfig", "Kconfig").Out);
        Assert.Contains("CONFIG_GONE=y\n", tree.Read("include/config/auto.conf"), StringComparison.Ordinal);
        var result = tree.Kconf("conf", "--syncconfig", "Kconfig");
        Assert.Equal((0, "", ""), (result.Status, result.Out, result.Error));
        Assert.StartsWith(Heading, tree.Read("include/config/auto.conf"), StringComparison.Ordinal);
        Assert.True(tree.Has("include/config/LEVEL") && tree.Has("include/config/GONE"));
        Assert.False(tree.Has("include/config/NAME") || tree.Has("include/config/MODULES") || tree.Has("include/config/NET"));
    }

    [Fact]
    public void A_build_that_may_not_update_the_configuration_says_so()
    {
        using var tree = new SampleTree();
        tree.Write(".config", "CONFIG_NET=y\n");
        tree.Environment["KCONFIG_NOSILENTUPDATE"] = "1";
        var result = tree.Kconf("conf", "--syncconfig", "Kconfig");
        Assert.Equal((1, "", "\n*** The configuration requires explicit update.\n\n"), (result.Status, result.Out, result.Error));
        Assert.Equal("CONFIG_NET=y\n", tree.Read(".config"));
    }

    [Theory]
    [InlineData("--defconfig=d")]
    [InlineData("--defconfig", "d")]
    [InlineData("--defc", "d", "--silent")]
    public void Options_are_taken_apart_as_getopt_does(params string[] options)
    {
        using var tree = new SampleTree();
        tree.Write("d", "CONFIG_BIG=y\n");
        Assert.Equal(0, tree.Kconf(["conf", "Kconfig", .. options]).Status);
        Assert.Contains("CONFIG_BIG=y\n", tree.Read(".config"), StringComparison.Ordinal);
        Assert.Equal(0, tree.Kconf("conf", "--savedefconfig", "saved", "Kconfig").Status);
        Assert.Equal("CONFIG_BIG=y\n", tree.Read("saved"));
    }

    [Fact]
    public void Seeds_of_all_configs_are_found_by_name()
    {
        using var tree = new SampleTree();
        tree.Environment["KCONFIG_ALLCONFIG"] = "1";
        Assert.Equal(
            "*** KCONFIG_ALLCONFIG set, but no \"allyes.config\" or \"all.config\" file found\n",
            tree.Kconf("conf", "--allyesconfig", "Kconfig").Error);
        tree.Write("all.config", "# CONFIG_EXTRA is not set\n");
        Assert.Equal(0, tree.Kconf("conf", "--allyesconfig", "Kconfig").Status);
        Assert.Contains("# CONFIG_EXTRA is not set\n", tree.Read(".config"), StringComparison.Ordinal);
        tree.Environment["KCONFIG_ALLCONFIG"] = "nowhere";
        Assert.Equal("*** Can't read seed configuration \"nowhere\"!\n", tree.Kconf("conf", "--allnoconfig", "Kconfig").Error);
    }

    [Fact]
    public void Warnings_have_the_form_of_conf_and_can_be_errors()
    {
        using var tree = new SampleTree();
        tree.Write(".config", "CONFIG_NET=perhaps\nCONFIG_NOTHING=y\n");
        tree.Environment["KCONFIG_WARN_UNKNOWN_SYMBOLS"] = "1";
        Assert.Equal(
            ".config:1:warning: symbol value 'perhaps' invalid for NET\n.config:2:warning: unknown symbol: NOTHING\n",
            tree.Kconf("conf", "--olddefconfig", "Kconfig").Error);
        tree.Write(".config", "CONFIG_NET=perhaps\n");
        tree.Environment["KCONFIG_WERROR"] = "1";
        Assert.Equal(1, tree.Kconf("conf", "--olddefconfig", "Kconfig").Status);
        Assert.Equal("CONFIG_NET=perhaps\n", tree.Read(".config"));
    }

    [Fact]
    public void Files_are_found_in_the_sources_of_a_build_elsewhere()
    {
        using var tree = new SampleTree();
        tree.Write("sources/Kconfig", Sample.Kconfig);
        tree.Write("sources/d", "CONFIG_BIG=y\n");
        File.Delete(tree.At("Kconfig"));
        tree.Environment["srctree"] = "sources";
        Assert.Equal(0, tree.Kconf("conf", "--defconfig", "d", "Kconfig").Status);
        Assert.Contains("CONFIG_BIG=y\n", tree.Read(".config"), StringComparison.Ordinal);
        Assert.Equal(0, tree.Kconf("olddefconfig").Status);
    }
}
