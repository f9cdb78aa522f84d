using Bsp.Cli.SourceTrees;

namespace Bsp.Cli.Tests;

public sealed class TreeTests
{
    private const string Variables =
        "config SEEN\n\tstring \"Seen\"\n\tdefault \"$(ARCH)/$(SRCARCH)/$(KERNELVERSION)/$(CC)/$(CC_VERSION_TEXT)/$(MINE)\"\n";

    private static SampleTree Linux(string patchLevel)
    {
        var tree = new SampleTree("mainmenu \"Linux/$(ARCH) $(KERNELVERSION) Kernel Configuration\"\n" + Variables);
        tree.Write(
            "Makefile", $"# SPDX-License-Identifier: GPL-2.0\nVERSION = 6\nPATCHLEVEL = {patchLevel}\nSUBLEVEL = 3\nEXTRAVERSION = -rc1\n");
        foreach (var file in new[] { "init/Kconfig", "kernel/Makefile", "arch/x86/Kconfig", "arch/arm64/Kconfig" })
            tree.Write(file, "");
        tree.Write("bin/mine-gcc", "#!/bin/sh\necho 'mine-gcc #12'\necho more\n");
        File.SetUnixFileMode(tree.At("bin/mine-gcc"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        tree.Environment["PATH"] += ":" + tree.At("bin");
        return tree;
    }

    [Fact]
    public void What_a_kernel_build_would_set_is_derived_from_tree_and_options()
    {
        using var tree = Linux("12");
        var result = tree.Kconf("alldefconfig", "--arch", "x86_64", "--cross-compile", "mine-", "--env", "MINE=m=1", "--output", "-");
        Assert.Equal((0, ""), (result.Status, result.Error));
        Assert.Contains("# Linux/x86_64 6.12.3-rc1 Kernel Configuration\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("CONFIG_SEEN=\"x86_64/x86/6.12.3-rc1/mine-gcc/mine-gcc 12/m=1\"\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Variables_of_a_build_are_taken_as_they_are()
    {
        using var tree = Linux("12");
        foreach (var (name, value) in new[]
        {
            ("srctree", "."), ("ARCH", "arm64"), ("SRCARCH", "arm64"), ("KERNELVERSION", "9"), ("CC", "cc9"),
            ("CC_VERSION_TEXT", "text"), ("MINE", "m"),
        })
            tree.Environment[name] = value;
        Assert.Contains(
            "CONFIG_SEEN=\"arm64/arm64/9/cc9/text/m\"\n", tree.Kconf("alldefconfig", "--output", "-").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MINE=a b\0CC=x\0", "/x//a b")]
    [InlineData("MINE=a b\nCC=x\n", "/x//a b")]
    public void Variables_can_come_from_a_file(string file, string seen)
    {
        using var tree = Linux("12");
        tree.Write("variables", file);
        Assert.Contains(
            seen + "\"\n", tree.Kconf("alldefconfig", "--arch", "x86", "--env-file", "variables", "--output", "-").Out,
            StringComparison.Ordinal);
        Assert.Equal(2, tree.Kconf("alldefconfig", "--env-file", "nowhere").Status);
        Assert.Equal(2, tree.Kconf("alldefconfig", "--env", "=x").Status);
    }

    [Theory]
    [InlineData("1", "Linux 6.1")]
    [InlineData("8", "Linux 6.1")]
    [InlineData("9", "Linux 6.9")]
    [InlineData("12", "Linux 6.9")]
    [InlineData("18", "Linux newest")]
    public void The_dialect_is_derived_from_the_version(string patchLevel, string dialect)
    {
        using var tree = Linux(patchLevel);
        Assert.Equal(dialect, SourceTree.Open(tree.At(".")).Dialect.Name);
    }

    [Fact]
    public void A_kernels_Makefile_without_a_version_of_Linux_is_a_fault_unless_the_dialect_is_named()
    {
        using var tree = Linux("");
        var result = tree.Kconf("alldefconfig", "--output", "-");
        Assert.Equal(2, result.Status);
        Assert.Contains("'6-rc1' is not a version of Linux", result.Error, StringComparison.Ordinal);
        Assert.Contains("--dialect", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, tree.Kconf("alldefconfig", "--output", "-", "--dialect", "linux-6.9").Status);
    }

    [Theory]
    [InlineData("U-Boot", "Makefile=VERSION = 2025\nPATCHLEVEL = 01", "Kconfig=", "dts/Kconfig=", "board/Kconfig=")]
    [InlineData("Buildroot", "Makefile=", "Config.in=", "package/Config.in=")]
    [InlineData("BusyBox", "Makefile=VERSION = 1", "Config.in=", "applets/Kbuild=")]
    [InlineData("Linux newest", "Kconfig=")]
    public void Other_trees_are_recognised_by_their_files(string dialect, params string[] files)
    {
        using var tree = new SampleTree();
        foreach (var file in files)
            tree.Write(file.Split('=', 2)[0], file.Split('=', 2)[1]);
        Assert.Equal(dialect, SourceTree.Open(tree.At(".")).Dialect.Name);
    }

    [Theory]
    [InlineData("there is no dialect 'perl'", "--dialect", "perl")]
    [InlineData("there is no folder", "--tree", "nowhere")]
    [InlineData("there is no 'Other'", "--kconfig", "Other")]
    [InlineData("has no architecture 'toaster'", "--arch", "toaster")]
    public void A_tree_that_is_none_is_a_fault(string message, params string[] options)
    {
        using var tree = Linux("12");
        var result = tree.Kconf(["alldefconfig", .. options]);
        Assert.Equal(2, result.Status);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_of_the_shell_are_kept_unless_that_is_not_wanted()
    {
        using var tree = new SampleTree("config SEEN\n\tstring \"Seen\"\n\tdefault \"$(shell,date +%s%N)\"\n");
        // What variables name is part of what an answer depends on, and HOME should be there from the first run on.
        Directory.CreateDirectory(tree.At("home"));
        var first = tree.Kconf("alldefconfig", "--output", "-").Out;
        Assert.Equal(first, tree.Kconf("alldefconfig", "--output", "-").Out);
        Assert.NotEqual(first, tree.Kconf("alldefconfig", "--output", "-", "--no-shell-cache").Out);
        Assert.True(tree.Has("home/.cache/bsp/kconfig/shell-answers"));
    }
}
