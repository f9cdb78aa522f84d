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
    public void Barebox_is_known_by_its_folders_and_has_its_own_architectures()
    {
        using var tree = Linux("12");
        Directory.Delete(tree.At("init"), recursive: true);
        foreach (var file in new[] { "defaultenv/Makefile", "commands/Kconfig", "arch/sandbox/Kconfig", "arch/arm/Kconfig" })
            tree.Write(file, "");
        Assert.Contains(
            "CONFIG_SEEN=\"sandbox/sandbox/6.12.3-rc1/gcc/", tree.Kconf("alldefconfig", "--output", "-").Out, StringComparison.Ordinal);
        Assert.Contains(
            "CONFIG_SEEN=\"arm64/arm/6.12.3-rc1/",
            tree.Kconf("alldefconfig", "--arch", "arm64", "--output", "-").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void NuttX_finds_its_applications_and_configurations_by_name()
    {
        using var tree = new SampleTree(
            "config APPSDIR\n\tstring\n\toption env=\"APPSDIR\"\n\nconfig BINDIR\n\tstring\n\toption env=\"BINDIR\"\n\n"
            + "source \"$APPSDIR/Kconfig\"\nsource \"$BINDIR/arch/dummy/Kconfig\"\n");
        tree.Write("sched/Kconfig", "");
        tree.Write("boards/Kconfig", "");
        tree.Write("boards/arm/acme/rocket/configs/nsh/defconfig", "CONFIG_SHELL=y\n");
        tree.Write("app/Kconfig", "config SHELL\n\tbool \"shell\"\n");
        string[] arguments = ["defconfig", "rocket:nsh", "--env", "APPSDIR=app", "--output", "-"];
        var unmade = tree.Kconf(arguments);
        Assert.Equal(2, unmade.Status);
        Assert.Contains("run its tools/configure.sh once", unmade.Error, StringComparison.Ordinal);
        tree.Write("arch/dummy/Kconfig", "");
        Assert.Contains("CONFIG_SHELL=y\n", tree.Kconf(arguments).Out, StringComparison.Ordinal);
    }

    // As after 'make O=…': the files that the makefile makes are elsewhere.
    [Fact]
    public void BusyBox_is_read_where_its_files_are_not_among_the_sources()
    {
        using var tree = new SampleTree("");
        tree.Write("box/Makefile", "VERSION = 1\nPATCHLEVEL = 37\nSUBLEVEL = 0\nEXTRAVERSION =\n");
        tree.Write("box/Config.in", "mainmenu \"Configuration\"\nsource \"init/Config.in\"\n");
        tree.Write("box/applets/Kbuild.src", "");
        tree.Write("box/init/Config.src", "INSERT\n");
        tree.Write("box/init/init.c", "//config:config INIT\n//config:\tbool \"init\"\n//config:\tdefault y\n");
        tree.Write(
            "box/scripts/gen_build_files.sh",
            "cd \"$2\" && mkdir -p init && sed -n 's|^//config:||p' \"$1\"/init/*.c > init/Config.in\n");
        tree.Write("a", "CONFIG_INIT=n\n");
        var result = tree.Kconf("check", "a", "--tree", "box");
        Assert.Equal((0, "all of 1 requests are met\n", ""), (result.Status, result.Out, result.Error));
        Assert.False(tree.Has("box/init/Config.in"));
        tree.Write("box/init/init.c", "");
        tree.Write("a", "CONFIG_INIT=y\n");
        Assert.Contains("No such symbol", tree.Kconf("check", "a", "--tree", "box").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Zephyr_takes_the_variables_of_its_build()
    {
        using var tree = new SampleTree("source \"$(KCONFIG_BINARY_DIR)/*/Kconfig\"\nconfig BOARD\n\tbool \"board\"\n");
        tree.Write("Kconfig.zephyr", "");
        tree.Write("build/a/Kconfig", "configdefault BOARD\n\tdefault y\n");
        var unmade = tree.Kconf("alldefconfig", "--output", "-");
        Assert.Equal(2, unmade.Status);
        Assert.Contains("KCONFIG_BINARY_DIR", unmade.Error, StringComparison.Ordinal);
        Assert.Equal(
            "CONFIG_BOARD=y\n", tree.Kconf("alldefconfig", "--env", "KCONFIG_BINARY_DIR=build", "--output", "-").Out);
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
