namespace Bsp.Cli.Tests;

/// <summary>A small Buildroot, with a script in place of its own that tells conf of external trees.</summary>
public sealed class BuildrootTests
{
    private const string ConfigIn = """
        mainmenu "Buildroot $BR2_VERSION Configuration"

        config BR2_VERSION
        	string
        	option env="BR2_VERSION_FULL"

        config BR2_BASE_DIR
        	string
        	option env="BASE_DIR"

        config BR2_SKIP_LEGACY
        	bool
        	option env="SKIP_LEGACY"

        config BR2_HOST_GCC_VERSION
        	string
        	option env="HOST_GCC_VERSION"

        source "$BR2_BASE_DIR/.br2-external.in.paths"

        config BR2_HOST_GCC_IS_NEW
        	bool "new compiler"
        	default y if BR2_HOST_GCC_VERSION = "7"

        config BR2_DEFCONFIG_FROM_ENV
        	string
        	option env="BR2_DEFCONFIG"

        config BR2_DEFCONFIG
        	string "Location to save buildroot config"
        	default BR2_DEFCONFIG_FROM_ENV if BR2_DEFCONFIG_FROM_ENV != ""
        	default "$(CONFIG_DIR)/defconfig"

        config BR2_PACKAGE_BASH
        	bool "bash"

        config BR2_PACKAGE_BASH_OLD
        	bool "old bash"
        	depends on !BR2_SKIP_LEGACY

        config BR2_QUOTED
        	string "quoted"
        	default "a \"b\""

        source "$BR2_BASE_DIR/.br2-external.in.menus"

        """;

    private const string Script = """
        while getopts d: option; do out="$OPTARG"; done
        shift $((OPTIND - 1))
        mkdir -p "$out"
        : > "$out/.br2-external.mk"; : > "$out/.br2-external.in.paths"; : > "$out/.br2-external.in.menus"
        for tree in "$@"; do
          [ -d "$tree" ] || { echo "BR2_EXTERNAL_ERROR = '$tree' is no tree" > "$out/.br2-external.mk"; exit; }
          name=$(sed -n 's/^name: //p' "$tree/external.desc")
          printf 'config BR2_EXTERNAL_%s_PATH\n\tstring\n\tdefault "%s"\n' "$name" "$tree" >> "$out/.br2-external.in.paths"
          printf 'source "$BR2_EXTERNAL_%s_PATH/Config.in"\n' "$name" >> "$out/.br2-external.in.menus"
        done

        """;

    [Fact]
    public void A_defconfig_is_found_by_name_and_variables_are_as_the_makefile_sets_them()
    {
        using var tree = Buildroot("");
        var result = tree.Kconf("defconfig", "board_defconfig", "--output", "-");
        Assert.Equal((0, ""), (result.Status, result.Error));
        Assert.StartsWith(
            "#\n# Automatically generated file; DO NOT EDIT.\n# Buildroot 2026.05 Configuration\n#\n", result.Out,
            StringComparison.Ordinal);
        Assert.Contains($"BR2_DEFCONFIG=\"{tree.At("configs/board_defconfig")}\"\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("BR2_HOST_GCC_IS_NEW=y\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("BR2_PACKAGE_BASH=y\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("BR2_QUOTED=\"a \\\"b\\\"\"\n", result.Out, StringComparison.Ordinal);
        // What the environment says is in no file.
        Assert.DoesNotContain("BR2_VERSION=", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_of_its_configurations_are_compared()
    {
        using var tree = new SampleTree();
        tree.Write("a", "BR2_PACKAGE_BASH=y\n# BR2_PACKAGE_VIM is not set\nEXT=\"a\"\n");
        tree.Write("b", "BR2_PACKAGE_BASH=y\nBR2_PACKAGE_VIM=y\nEXT=\"b\"\n");
        Assert.Equal(" BR2_PACKAGE_VIM n -> y\n EXT \"a\" -> \"b\"\n", tree.Kconf("diff", "a", "b").Out);
        Assert.Equal("BR2_PACKAGE_VIM=y\nEXT=\"b\"\n", tree.Kconf("diff", "a", "b", "--merge").Out);
    }

    [Fact]
    public void What_savedefconfig_writes_has_no_place()
    {
        using var tree = Buildroot("");
        Assert.Equal(0, tree.Kconf("defconfig", "board_defconfig").Status);
        Assert.Equal("BR2_PACKAGE_BASH=y\n", tree.Kconf("savedefconfig", "-").Out);
    }

    [Fact]
    public void What_is_out_of_date_is_not_turned_on_with_all_others()
    {
        using var tree = Buildroot("");
        var made = tree.Kconf("allyesconfig", "--output", "-").Out;
        Assert.Contains("BR2_PACKAGE_BASH=y\n# BR2_PACKAGE_BASH_OLD is not set\n", made, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "--env", "BR2_EXTERNAL=ext")]
    [InlineData("ext/buildroot/", "--tree", "ext")]
    public void External_trees_are_read_and_their_defconfigs_are_found(string folder, params string[] arguments)
    {
        using var tree = Buildroot(folder);
        tree.Write("ext/external.desc", "name: EXT\n");
        tree.Write("ext/Config.in", "config EXT_PACKAGE\n\tbool \"package\"\n");
        tree.Write("ext/configs/ours_defconfig", "EXT_PACKAGE=y\n");
        var result = tree.Kconf(["defconfig", "ours_defconfig", "--output", "-", .. arguments]);
        Assert.Equal((0, ""), (result.Status, result.Error));
        Assert.Contains("EXT_PACKAGE=y\n", result.Out, StringComparison.Ordinal);
        Assert.Contains($"BR2_DEFCONFIG=\"{tree.At("ext/configs/ours_defconfig")}\"\n", result.Out, StringComparison.Ordinal);
        tree.Write("fragment", "EXT_PACKAGE=y\nEXT_PACKAG=y\n");
        Assert.Contains(
            "Value requested for EXT_PACKAG not in final .config", tree.Kconf(["check", "fragment", .. arguments]).Out,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_external_tree_without_Buildroot_says_what_to_name()
    {
        using var tree = new SampleTree();
        tree.Write("ext/external.desc", "name: EXT\n");
        var result = tree.Kconf("defconfig", "x", "--tree", "ext");
        Assert.Equal(2, result.Status);
        Assert.Contains("--env BR2_EXTERNAL=", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_Buildroot_says_of_an_external_tree_is_a_fault()
    {
        using var tree = Buildroot("");
        var result = tree.Kconf("defconfig", "board_defconfig", "--env", "BR2_EXTERNAL=nowhere");
        Assert.Equal(2, result.Status);
        Assert.Contains($"Buildroot refuses an external tree: '{tree.At("nowhere")}' is no tree", result.Error, StringComparison.Ordinal);
    }

    private static SampleTree Buildroot(string folder)
    {
        var tree = new SampleTree();
        File.Delete(tree.At("Kconfig"));
        tree.Write(folder + "Makefile", "export BR2_VERSION := 2026.05\nHOSTCC_MAX_VERSION := 7\n");
        tree.Write(folder + "Config.in", ConfigIn);
        tree.Write(folder + "package/Config.in", "");
        tree.Write(folder + "support/scripts/br2-external", Script);
        tree.Write(folder + "configs/board_defconfig", "BR2_PACKAGE_BASH=y\n");
        return tree;
    }
}
