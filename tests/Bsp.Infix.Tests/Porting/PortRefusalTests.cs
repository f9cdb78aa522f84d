using Bsp.Build;

namespace Bsp.Infix.Tests.Porting;

/// <summary>What Port does not do unless forced, and what it never does.</summary>
public sealed class PortRefusalTests : IDisposable
{
    private readonly InfixSkeleton _infix = new();

    [Fact]
    public async Task A_file_that_was_edited_by_hand_is_shown_and_overwritten_by_force_alone()
    {
        await _infix.PortAsync(InfixBoards.Whole("nova"));
        _infix.Write("board/aarch64/vendor-nova/vendor-nova.mk", "# mine\n");
        _infix.Commit();
        var message = await _infix.FailAsync(InfixBoards.Whole("nova"));
        Assert.Contains("'board/aarch64/vendor-nova/vendor-nova.mk' was edited since the last port", message, StringComparison.Ordinal);
        Assert.Contains("\n-# mine\n+$(eval $(ix-board))", message, StringComparison.Ordinal);
        Assert.Equal("", _infix.Status());

        await _infix.ForceAsync(InfixBoards.Whole("nova"));
        Assert.Equal("$(eval $(ix-board))\n", _infix.Read("board/aarch64/vendor-nova/vendor-nova.mk"));
    }

    [Theory]
    [InlineData("utils/mkimage.sh", "echo \"nova_boot\"", "echo \"mine\"")]
    [InlineData("board/aarch64/README.md", "- [Vendor nova](", "- [Mine](")]
    [InlineData(".github/workflows/build-image.yml", "  arch=aarch64\n              ;;\n            # END",
        "  arch=mine\n              ;;\n            # END")]
    [InlineData("configs/aarch64_defconfig", "BR2_PACKAGE_VENDOR_NOVA=y", "# BR2_PACKAGE_VENDOR_NOVA is not set")]
    public async Task Lines_that_were_edited_by_hand_are_shown_and_overwritten_by_force_alone(string path, string ours, string theirs)
    {
        await _infix.PortAsync(InfixBoards.Whole("nova"));
        var ported = _infix.Read(path);
        _infix.Write(path, ported.Replace(ours, theirs, StringComparison.Ordinal));
        _infix.Commit();
        var message = await _infix.FailAsync(InfixBoards.Whole("nova"));
        Assert.Contains($"the boards' lines in '{path}' were edited since the last port", message, StringComparison.Ordinal);
        Assert.Contains("\n-", message, StringComparison.Ordinal);
        Assert.Equal("", _infix.Status());

        await _infix.ForceAsync(InfixBoards.Whole("nova"));
        Assert.Equal(ported, _infix.Read(path));
    }

    [Fact]
    public async Task Lines_and_files_that_somebody_removed_come_back()
    {
        await _infix.PortAsync(InfixBoards.Whole("nova"));
        var script = _infix.Read("utils/mkimage.sh");
        _infix.Write("utils/mkimage.sh", InfixSkeleton.ImageScript);
        File.Delete(_infix.At("configs/nova_boot_defconfig"));
        _infix.Commit();
        var plan = await _infix.PortAsync(InfixBoards.Whole("nova"));
        Assert.Equal(["configs/nova_boot_defconfig", "utils/mkimage.sh"], plan.Changes.Select(x => x.Path));
        Assert.Equal(script, _infix.Read("utils/mkimage.sh"));
    }

    [Fact]
    public async Task What_a_deleted_board_left_and_somebody_edited_is_kept()
    {
        await _infix.PortAsync(InfixBoards.Whole("nova"));
        _infix.Write("configs/nova_boot_defconfig", "# mine\n");
        _infix.Commit();
        var plan = await _infix.PortAsync();
        Assert.Contains(plan.Notes, x => x.StartsWith("kept 'configs/nova_boot_defconfig'", StringComparison.Ordinal));
        Assert.Equal("# mine\n", _infix.Read("configs/nova_boot_defconfig"));
        Assert.False(File.Exists(_infix.At("board/aarch64/vendor-nova/Config.in")));
        Assert.Empty((await _infix.PortAsync()).Changes);
    }

    [Fact]
    public async Task Uncommitted_changes_are_named()
    {
        _infix.Write("package/Config.in", InfixSkeleton.Package("FEATURE_RADIO") + "\n");
        _infix.Write("notes.txt", "git does not know this file\n");
        var message = await _infix.FailAsync(InfixBoards.Whole("nova"));
        Assert.Contains(
            "1 file(s) have uncommitted changes, commit or stash them first: package/Config.in", message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_infix.At("board/aarch64/vendor-nova")));
        await _infix.ForceAsync(InfixBoards.Whole("nova"));
    }

    [Fact]
    public async Task Uncommitted_changes_of_ports_are_none_whatever_the_boards_did_since()
    {
        await _infix.PortAsync(InfixBoards.Whole("nova"));
        _infix.Commit();
        await _infix.PortAsync(InfixBoards.Whole("aura"));
        await _infix.PortAsync(InfixBoards.Whole("nova"), InfixBoards.Whole("aura", ("tree/board/aarch64/vendor-aura/new", "x\n")));
        await _infix.PortAsync(InfixBoards.Whole("zeta"));
        await _infix.PortAsync();
        await _infix.PortAsync(InfixBoards.Whole("nova"));
        Assert.Equal("", _infix.Status());
    }

    [Fact]
    public async Task An_edit_beside_our_lines_counts_as_uncommitted()
    {
        await _infix.PortAsync(InfixBoards.Whole("nova"));
        _infix.Write("board/aarch64/README.md", _infix.Read("board/aarch64/README.md") + "Mine.\n");
        Assert.Contains(
            "uncommitted changes, commit or stash them first: board/aarch64/README.md", await _infix.FailAsync(InfixBoards.Whole("nova")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_git_only_force_ports()
    {
        Directory.Delete(_infix.At(".git"), recursive: true);
        Assert.Contains("git cannot say what has changed", await _infix.FailAsync(InfixBoards.Whole("nova")), StringComparison.Ordinal);
        await _infix.ForceAsync(InfixBoards.Whole("nova"));
    }

    [Theory]
    [InlineData("external.desc", "has no 'external.desc'")]
    [InlineData("board/common/Config.in", "has no 'board/common/Config.in'")]
    public async Task A_folder_without_what_Infix_has_is_no_checkout(string path, string message)
    {
        File.Delete(_infix.At(path));
        Assert.Contains(message, await _infix.FailAsync(InfixBoards.Whole("nova")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_Buildroot_external_is_no_checkout()
    {
        _infix.Write("external.desc", "name: OTHER\n");
        Assert.Contains("no line 'name: INFIX'", await _infix.FailAsync(InfixBoards.Whole("nova")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tree/../outside")]
    [InlineData("tree/board/../../outside")]
    [InlineData("tree//etc/outside")]
    [InlineData("tree/")]
    [InlineData("tree/board/./x")]
    [InlineData("tree/.git/hooks/post-checkout")]
    [InlineData("tree/board/.GIT/config")]
    [InlineData("tree/board\\x")]
    [InlineData("tree/board/x\n+++ b/y")]
    [InlineData("tree/board/.bsp-port.json")]
    [InlineData("tree/board/.bsp-port.json.next")]
    [InlineData("regions/board/../Config.in")]
    [InlineData("regions/../utils/mkimage.sh")]
    public async Task A_path_that_leads_elsewhere_is_refused(string path)
    {
        var message = await _infix.FailAsync(InfixBoards.Of("vendor-x", (path, "x\n")));
        Assert.Contains("a path names a file below the checkout", message, StringComparison.Ordinal);
        Assert.Contains("'vendor-x'", message, StringComparison.Ordinal);
        Assert.Equal("", _infix.Status());
    }

    [Theory]
    [InlineData("tree/utils/mkimage.sh", "which boards share")]
    [InlineData("tree/configs/aarch64_defconfig", "which boards share")]
    [InlineData("regions/Makefile", "no rule where")]
    [InlineData("regions/configs/nova_boot_defconfig", "no rule where")]
    [InlineData("regions/.github/workflows/build-image.yml", "build-image.yml#choices, .github/workflows/build-image.yml#case")]
    [InlineData("regions/utils/mkimage.sh#matrix", "regions are utils/mkimage.sh#case")]
    [InlineData("regions/configs/riscv64_minimal_defconfig", "has no such file")]
    public async Task Lines_and_files_have_to_be_where_their_rule_is(string path, string message) =>
        Assert.Contains(message, await _infix.FailAsync(InfixBoards.Of("vendor-x", (path, "BR2_X=y\n"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("board/aarch64/vendor-nova")]
    [InlineData("board/aarch64/vendor-nova/Config.in")]
    [InlineData("board/.bsp-port.json")]
    public async Task Nothing_is_written_through_a_symbolic_link(string path)
    {
        using var outside = new TempFolder();
        Directory.CreateDirectory(Path.GetDirectoryName(_infix.At(path))!);
        File.CreateSymbolicLink(_infix.At(path), outside);
        var plan = Assert.ThrowsAsync<BuildFailedException>(() => _infix.ForceAsync(InfixBoards.Whole("nova")));
        Assert.Contains($"'{path}' of the checkout is a symbolic link", (await plan).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(outside));
    }

    [Fact]
    public async Task Nothing_is_removed_through_a_symbolic_link()
    {
        using var outside = new TempFolder();
        await _infix.PortAsync(InfixBoards.Whole("nova"));
        outside.Write("Config.in", InfixSkeleton.Package("VENDOR_NOVA"));
        Directory.Delete(_infix.At("board/aarch64/vendor-nova"), recursive: true);
        File.CreateSymbolicLink(_infix.At("board/aarch64/vendor-nova"), outside);
        await Assert.ThrowsAsync<BuildFailedException>(() => _infix.ForceAsync());
        Assert.Single(Directory.GetFileSystemEntries(outside));
    }

    [Theory]
    [InlineData("{", "is not a port record")]
    [InlineData("null", "is not a port record")]
    [InlineData("<<<<<<< HEAD\n", "take either and port all boards again")]
    [InlineData("""{"schemaVersion": 2, "note": "", "files": {}, "lines": {}}""", "has schemaVersion 2")]
    [InlineData("""{"schemaVersion": 1, "note": "", "files": {"../x": {"board": "b", "sha256": ""}}, "lines": {}}""",
        "a path names a file below the checkout")]
    [InlineData("""{"schemaVersion": 1, "note": "", "files": {"x": null}, "lines": {}}""", "is not a port record")]
    [InlineData("""{"schemaVersion": 1, "note": "", "files": {"x": {"board": "../b", "sha256": ""}}, "lines": {}}""", "is no id")]
    [InlineData("""{"schemaVersion": 1, "note": "", "files": {}, "lines": {"a": null}}""", "is not a port record")]
    [InlineData("""{"schemaVersion": 1, "note": "", "files": {}, "lines": {"a": {"b": [null]}}}""", "is not a port record")]
    [InlineData("""{"schemaVersion": 1, "note": "", "files": {}, "lines": {"a": {"b": ["x"]}}}""", "no rule where")]
    [InlineData("""{"schemaVersion": 1, "note": "", "files": {}, "more": 1, "lines": {}}""", "is not a port record")]
    public async Task A_record_that_no_port_wrote_is_refused(string record, string message)
    {
        _infix.Write("board/.bsp-port.json", record);
        Assert.Contains(message, await _infix.FailAsync(InfixBoards.Whole("nova")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_boards_cannot_have_one_file_or_one_entry()
    {
        var file = ("tree/board/aarch64/shared", "x\n");
        Assert.Contains(
            "'vendor-a' and 'vendor-b' both have the file",
            await _infix.FailAsync(InfixBoards.Of("vendor-a", file), InfixBoards.Of("vendor-b", file)), StringComparison.Ordinal);
        Assert.Contains(
            "would be",
            await _infix.FailAsync(InfixBoards.Of("vendor-a", file), InfixBoards.Of("vendor-b", ("tree/board/aarch64/shared/x", ""))),
            StringComparison.Ordinal);
        Assert.Contains(
            "both have 'x', with different lines",
            await _infix.FailAsync(
                InfixBoards.Of("vendor-a", ("regions/utils/mkimage.sh", "x)\n  a\n  ;;\n")),
                InfixBoards.Of("vendor-b", ("regions/utils/mkimage.sh", "x)\n  b\n  ;;\n"))),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BR2_PACKAGE_FEATURE_RADIO=y", "BR2_PACKAGE_FEATURE_RADIO belongs to 'package/Config.in'")]
    [InlineData("BR2_PACKAGE_LINUX_FIRMWARE=y", "none of the checkout's Kconfig files defines BR2_PACKAGE_LINUX_FIRMWARE")]
    [InlineData("nonsense", "gives no symbol a value")]
    public async Task A_boards_lines_in_a_defconfig_are_of_its_own_symbols(string line, string message) =>
        Assert.Contains(
            message, await _infix.FailAsync(InfixBoards.Of("vendor-x", ("regions/configs/aarch64_defconfig", line))),
            StringComparison.Ordinal);

    public void Dispose() => _infix.Dispose();
}
