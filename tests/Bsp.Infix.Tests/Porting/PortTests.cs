namespace Bsp.Infix.Tests.Porting;

/// <summary>What a port leaves in a checkout.</summary>
public sealed class PortTests : IDisposable
{
    private readonly InfixSkeleton _infix = new();

    [Fact]
    public async Task A_board_gets_its_files_and_its_lines()
    {
        var plan = await _infix.PortAsync(InfixBoards.Whole("nova"));

        Assert.Equal("wrote 4, changed 7 regions, removed 0", plan.Summary);
        Assert.Equal("written 4, changed 7 regions, removed 0", plan.Participle);
        Assert.Equal(InfixSkeleton.Package("VENDOR_NOVA"), _infix.Read("board/aarch64/vendor-nova/Config.in"));
        Assert.Equal("BR2_aarch64=y\n", _infix.Read("configs/nova_boot_defconfig"));
        Assert.False(File.Exists(_infix.At("board.json")));
        const string see = " (generated, see board/.bsp-port.json)";
        Assert.Equal(
            "if BR2_aarch64\n\n" + InfixSkeleton.Source("vendor-alpha")
            + "# BEGIN bsp boards" + see + "\n" + InfixSkeleton.Source("vendor-nova") + "# END bsp boards\n"
            + InfixSkeleton.Source("vendor-omega") + "\nendif\n",
            _infix.Read("board/aarch64/Config.in"));
        Assert.Contains(
            "- [Alpha](vendor-alpha/)\n<!-- BEGIN bsp boards" + see
                + " -->\n- [Vendor nova](vendor-nova/)\n<!-- END bsp boards -->\n- [Omega](vendor-omega/)\n\nMore",
            _infix.Read("board/aarch64/README.md"), StringComparison.Ordinal);
        Assert.Contains(
            "          - alpha_boot\n          # BEGIN bsp matrix" + see
                + "\n          - nova_boot\n          # END bsp matrix\n          - omega_boot\n    steps:",
            _infix.Read(".github/workflows/build-boot.yml"), StringComparison.Ordinal);
        var image = _infix.Read(".github/workflows/build-image.yml");
        Assert.Contains(
            "          - vendor-alpha\n          # BEGIN bsp choices" + see
                + "\n          - vendor-nova\n          # END bsp choices\n          - vendor-omega\n        default:",
            image, StringComparison.Ordinal);
        Assert.Contains(
            "            # BEGIN bsp case" + see
                + "\n            vendor-nova)\n              arch=aarch64\n              ;;\n            # END bsp case\n            *)",
            image, StringComparison.Ordinal);
        Assert.Contains(
            "            ;;\n        # BEGIN bsp case" + see
                + "\n        vendor-nova)\n            echo \"nova_boot\"\n            ;;\n        # END bsp case\n        vendor-omega)\n",
            _infix.Read("utils/mkimage.sh"), StringComparison.Ordinal);
        Assert.Contains(
            "BR2_PACKAGE_VENDOR_NOVA=y\nBR2_PACKAGE_VENDOR_OMEGA=y\nIX_NAME=", _infix.Read("configs/aarch64_defconfig"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Porting_twice_changes_nothing_committed_or_not()
    {
        await _infix.PortAsync(InfixBoards.Whole("nova"), InfixBoards.Whole("aura"));
        var status = _infix.Status();
        var again = await _infix.PortAsync(InfixBoards.Whole("nova"), InfixBoards.Whole("aura"));
        Assert.Empty(again.Changes);
        Assert.Equal("wrote 0, changed 0 regions, removed 0", again.Summary);
        Assert.Equal(status, _infix.Status());

        _infix.Commit();
        Assert.Empty((await _infix.PortAsync(InfixBoards.Whole("nova"), InfixBoards.Whole("aura"))).Changes);
        Assert.Equal("", _infix.Status());
    }

    [Fact]
    public async Task Boards_that_are_gone_leave_nothing_behind()
    {
        await _infix.PortAsync(InfixBoards.Whole("nova"), InfixBoards.Whole("aura"));
        _infix.Commit();
        await _infix.PortAsync();
        // As it was before the first port, byte by byte.
        Assert.Equal("", _infix.Git("diff", "HEAD~1", "--name-status"));
        Assert.False(Directory.Exists(_infix.At("board/aarch64/vendor-nova")));
        Assert.Empty((await _infix.PortAsync()).Changes);
    }

    [Fact]
    public async Task A_renamed_board_moves_even_when_another_one_is_ported()
    {
        await _infix.PortAsync(InfixBoards.Whole("nova"), InfixBoards.Whole("aura"));
        _infix.Commit();
        var plan = await _infix.PlanAsync([InfixBoards.Whole("novb"), InfixBoards.Whole("aura")], ["vendor-aura"]);
        plan.Apply();
        Assert.Equal("wrote 0, changed 7 regions, removed 4", plan.Summary);
        Assert.False(Directory.Exists(_infix.At("board/aarch64/vendor-nova")));
        Assert.DoesNotContain("nova", _infix.Read("utils/mkimage.sh"), StringComparison.Ordinal);
        Assert.Contains("vendor-aura", _infix.Read("utils/mkimage.sh"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_are_in_the_order_of_the_ids_whichever_board_came_first()
    {
        var project = new[] { InfixBoards.Whole("nova"), InfixBoards.Whole("aura") };
        (await _infix.PlanAsync(project, ["vendor-nova"])).Apply();
        (await _infix.PlanAsync(project, ["vendor-aura"])).Apply();
        Assert.Contains(
            InfixSkeleton.Source("vendor-aura") + InfixSkeleton.Source("vendor-nova"), _infix.Read("board/aarch64/Config.in"),
            StringComparison.Ordinal);
        Assert.Contains(
            "ALPHA=y\nBR2_PACKAGE_VENDOR_AURA=y\nBR2_PACKAGE_VENDOR_NOVA=y\nBR2_PACKAGE_VENDOR_OMEGA=y\nIX",
            _infix.Read("configs/aarch64_defconfig"), StringComparison.Ordinal);
        Assert.Empty((await _infix.PlanAsync(project)).Changes);
    }

    [Fact]
    public async Task A_board_that_is_not_asked_for_stays_as_it_was_ported()
    {
        await _infix.PortAsync(InfixBoards.Whole("nova"), InfixBoards.Whole("aura"));
        var changed = InfixBoards.Whole("nova", ("tree/board/aarch64/vendor-nova/new", "x\n"));
        var plan = await _infix.PlanAsync([changed, InfixBoards.Whole("aura")], ["vendor-aura"]);
        Assert.Empty(plan.Changes);
    }

    [Fact]
    public async Task A_file_that_is_not_generated_any_more_is_removed_with_its_folder()
    {
        await _infix.PortAsync(InfixBoards.Whole("nova", ("tree/board/aarch64/vendor-nova/dts/a/b.dts", "/dts-v1/;\n")));
        var plan = await _infix.PortAsync(InfixBoards.Whole("nova"));
        Assert.Equal("wrote 0, changed 0 regions, removed 1", plan.Summary);
        Assert.False(Directory.Exists(_infix.At("board/aarch64/vendor-nova/dts")));
    }

    [Fact]
    public async Task Scripts_can_be_run_and_a_file_keeps_its_mode()
    {
        await _infix.PortAsync(InfixBoards.Whole("nova"));
        Assert.True(
            File.GetUnixFileMode(_infix.At("board/aarch64/vendor-nova/rootfs/etc/init.d/S10-led")).HasFlag(UnixFileMode.OtherExecute));
        Assert.False(File.GetUnixFileMode(_infix.At("board/aarch64/vendor-nova/Config.in")).HasFlag(UnixFileMode.UserExecute));
        Assert.True(File.GetUnixFileMode(_infix.At("utils/mkimage.sh")).HasFlag(UnixFileMode.UserExecute));
    }

    [Fact]
    public async Task A_list_of_boards_that_an_architecture_has_not_got_is_begun()
    {
        await _infix.PortAsync(
            InfixBoards.Of(
                "vendor-v", ("regions/board/riscv64/README.md", "- [V](vendor-v/)"),
                ("regions/board/riscv64/Config.in", InfixSkeleton.Source("vendor-v", "riscv64")),
                ("tree/board/riscv64/vendor-v/Config.in", InfixSkeleton.Package("VENDOR_V")),
                ("regions/configs/riscv64_defconfig", "BR2_PACKAGE_VENDOR_V=y")));
        Assert.StartsWith("# Boards\n\n<!-- BEGIN bsp boards", _infix.Read("board/riscv64/README.md"), StringComparison.Ordinal);
        Assert.Contains("# none yet\n# BEGIN bsp", _infix.Read("board/riscv64/Config.in"), StringComparison.Ordinal);
        Assert.Equal("BR2_riscv=y\nBR2_PACKAGE_VENDOR_V=y\n", _infix.Read("configs/riscv64_defconfig"));
    }

    [Fact]
    public async Task A_plan_writes_nothing_and_its_diffs_are_what_the_port_does()
    {
        using var other = new InfixSkeleton();
        await _infix.PortAsync(InfixBoards.Whole("aura"));
        await other.PortAsync(InfixBoards.Whole("aura"));
        _infix.Commit();
        other.Commit();

        var plan = await _infix.PlanAsync(InfixBoards.Whole("nova"));
        Assert.Equal("", _infix.Status());
        other.Write("port.patch", string.Concat(plan.Changes.Select(x => x.Diff)));
        other.Git("apply", "port.patch");
        File.Delete(other.At("port.patch"));

        plan.Apply();
        Assert.Equal(_infix.Status(), other.Status());
        foreach (var change in plan.Changes.Where(x => x.After is not null))
            Assert.Equal(_infix.Read(change.Path), other.Read(change.Path));
    }

    [Fact]
    public async Task A_link_is_ported_once_changed_when_it_changes_and_removed_with_its_board()
    {
        const string path = "board/aarch64/vendor-nova/rootfs/etc/finit.d/enabled/x.conf";
        await _infix.PortAsync(InfixBoards.Whole("nova", ("links/" + path, "../available/x.conf\n")));
        Assert.Equal("../available/x.conf", new FileInfo(_infix.At(path)).LinkTarget);
        _infix.Commit();
        Assert.Empty((await _infix.PortAsync(InfixBoards.Whole("nova", ("links/" + path, "../available/x.conf\n")))).Changes);

        await _infix.PortAsync(InfixBoards.Whole("nova", ("links/" + path, "/usr/libexec/y\n")));
        Assert.Equal("/usr/libexec/y", new FileInfo(_infix.At(path)).LinkTarget);
        await _infix.PortAsync(InfixBoards.Whole("nova", ("tree/" + path, "a file now\n")));
        Assert.Equal("a file now\n", _infix.Read(path));
        Assert.Null(new FileInfo(_infix.At(path)).LinkTarget);
        await _infix.PortAsync(InfixBoards.Whole("nova", ("links/" + path, "x\n")));
        Assert.Equal("wrote 0, changed 7 regions, removed 5", (await _infix.PortAsync()).Summary);
        Assert.False(Path.Exists(_infix.At("board/aarch64/vendor-nova")));
    }

    [Fact]
    public async Task A_link_that_somebody_else_made_is_taken_over_by_force_alone()
    {
        const string path = "board/aarch64/vendor-nova/link";
        Directory.CreateDirectory(Path.GetDirectoryName(_infix.At(path))!);
        File.CreateSymbolicLink(_infix.At(path), "theirs");
        var nova = InfixBoards.Whole("nova", ("links/" + path, "ours\n"));
        Assert.Contains($"'{path}' is there and no port has written it", await _infix.FailAsync(nova), StringComparison.Ordinal);
        Assert.Equal("theirs", new FileInfo(_infix.At(path)).LinkTarget);
        await _infix.ForceAsync(nova);
        Assert.Equal("ours", new FileInfo(_infix.At(path)).LinkTarget);
    }

    [Fact]
    public async Task The_diffs_of_links_are_what_git_apply_takes()
    {
        const string path = "board/aarch64/vendor-nova/";
        await _infix.PortAsync(
            InfixBoards.Whole(
                "nova", ("links/" + path + "gone", "a\n"), ("links/" + path + "changed", "b\n"), ("links/" + path + "file", "c\n"),
                ("tree/" + path + "link", "d\n")));
        _infix.Commit();
        var plan = await _infix.PlanAsync(
            InfixBoards.Whole(
                "nova", ("links/" + path + "new", "e\n"), ("links/" + path + "changed", "f\n"), ("tree/" + path + "file", "g\n"),
                ("links/" + path + "link", "h\n")));
        _infix.Write("port.patch", string.Concat(plan.Changes.Select(x => x.Diff)));
        _infix.Git("apply", "--index", "port.patch");
        File.Delete(_infix.At("port.patch"));
        var applied = _infix.Git("diff", "--cached", "--raw", "--no-renames", "--abbrev=40");
        _infix.Git("reset", "-q", "--hard");
        plan.Apply();
        _infix.Git("add", "-A");
        Assert.Equal(applied, _infix.Git("diff", "--cached", "--raw", "--no-renames", "--abbrev=40"));
    }

    [Fact]
    public async Task A_file_that_a_board_keeps_is_ported_as_it_is()
    {
        _infix.Keep("vendor-nova/files/led.sh", "#!/bin/sh\necho é\n");
        const string path = "board/aarch64/vendor-nova/rootfs/usr/libexec/led.sh";
        await _infix.PortAsync(InfixBoards.Whole("nova", ("kept/" + path, "files/led.sh\n")));
        Assert.Equal("#!/bin/sh\necho é\n", _infix.Read(path));
        Assert.True(File.GetUnixFileMode(_infix.At(path)).HasFlag(UnixFileMode.OtherExecute));
    }

    [Theory]
    [InlineData("missing.sh", "cannot be read")]
    [InlineData("../vendor-nova/files/led.sh", "a path names a file below the checkout")]
    public async Task A_kept_file_that_is_not_in_the_boards_folder_is_refused(string source, string message)
    {
        _infix.Keep("vendor-nova/files/led.sh", "#!/bin/sh\n");
        Assert.Contains(
            message, await _infix.FailAsync(InfixBoards.Whole("nova", ("kept/board/aarch64/vendor-nova/led.sh", source + "\n"))),
            StringComparison.Ordinal);
    }

    public void Dispose() => _infix.Dispose();
}
