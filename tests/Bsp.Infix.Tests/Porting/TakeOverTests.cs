using System.Text.RegularExpressions;
using Bsp.Infix.Porting;

namespace Bsp.Infix.Tests.Porting;

/// <summary>Ports of boards that a checkout has by hand already, and the regions that people may move.</summary>
public sealed partial class TakeOverTests : IDisposable
{
    private readonly InfixSkeleton _infix = new();

    [Fact]
    public async Task Files_that_are_there_by_hand_need_force_and_others_of_the_folder_are_kept()
    {
        _infix.Write("board/aarch64/vendor-omega/README.md", "By hand.\n");
        _infix.Write("board/aarch64/vendor-omega/Config.in", InfixSkeleton.Package("VENDOR_OMEGA") + "\t# by hand\n");
        _infix.Commit();
        var message = await _infix.FailAsync(InfixBoards.Whole("omega"));
        Assert.Contains(
            "'board/aarch64/vendor-omega/Config.in' is there and no port has written it; board 'vendor-omega' would take it over", message,
            StringComparison.Ordinal);
        Assert.DoesNotContain("README.md' is there", message, StringComparison.Ordinal);

        var plan = await _infix.ForceAsync(InfixBoards.Whole("omega"));
        Assert.Contains(plan.Notes, x => x.StartsWith("forced: 'board/aarch64/vendor-omega/Config.in'", StringComparison.Ordinal));
        Assert.Contains(plan.Notes, x => x.StartsWith("kept 'board/aarch64/vendor-omega/README.md'", StringComparison.Ordinal));
        Assert.Equal("By hand.\n", _infix.Read("board/aarch64/vendor-omega/README.md"));
        Assert.Empty((await _infix.PortAsync(InfixBoards.Whole("omega"))).Changes);
    }

    [Fact]
    public async Task Comments_and_pictures_that_a_take_over_loses_are_named()
    {
        const string folder = "board/aarch64/vendor-omega/";
        _infix.Write(folder + "Config.in", InfixSkeleton.Package("VENDOR_OMEGA") + "\t# the fan is loud\n");
        _infix.Write(folder + "README.md", "# Omega\n\n![The board](omega.png)\n");
        _infix.Write(folder + "omega.png", "not really");
        _infix.Commit();
        var made = InfixBoards.Whole("omega", ("tree/" + folder + "README.md", "# Omega\n"));
        var message = await _infix.FailAsync(made);
        Assert.Contains(
            $"'{folder}Config.in' is there and no port has written it; board 'vendor-omega' would take it over, and lose "
            + "'# the fan is loud' (line ", message, StringComparison.Ordinal);
        Assert.Contains("would take it over, and lose '![The board](omega.png)' (line 3)", message, StringComparison.Ordinal);
        Assert.Contains((await _infix.ForceAsync(made)).Notes, x => x.StartsWith($"kept '{folder}omega.png'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("board/aarch64/Config.in", "vendor-alpha/", "BEGIN bsp", "vendor-mu/Config.in", "END bsp", "vendor-omega/")]
    [InlineData("board/aarch64/README.md", "(vendor-alpha/)", "BEGIN bsp", "(vendor-mu/)", "END bsp", "(vendor-omega/)")]
    [InlineData(".github/workflows/build-boot.yml", "- alpha_boot", "BEGIN bsp", "- mu_boot", "END bsp", "- omega_boot")]
    [InlineData(".github/workflows/build-image.yml", "- vendor-alpha", "BEGIN bsp", "- vendor-mu", "END bsp", "- vendor-omega")]
    [InlineData("utils/mkimage.sh", "vendor-alpha)", "BEGIN bsp", "vendor-mu)", "END bsp", "vendor-omega)")]
    public async Task In_an_alphabetical_list_new_lines_stand_where_they_belong(string path, params string[] inOrder)
    {
        await _infix.PortAsync(InfixBoards.Whole("mu"));
        var text = _infix.Read(path);
        var at = inOrder.Select(x => text.IndexOf(x, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, at);
        Assert.Equal(at.Order(), at);
    }

    [Fact]
    public async Task In_a_list_of_another_order_new_lines_stand_at_the_end()
    {
        const string path = ".github/workflows/build-boot.yml";
        const string indent = "\n          ";
        _infix.Write(
            path,
            _infix.Read(path).Replace($"- alpha_boot{indent}- omega_boot", $"- omega_boot{indent}- alpha_boot", StringComparison.Ordinal));
        _infix.Commit();
        await _infix.PortAsync(InfixBoards.Whole("mu"));
        Assert.Matches(@"- omega_boot\s+- alpha_boot\s+# BEGIN bsp[^\n]*\s+- mu_boot\s+# END", _infix.Read(path));
    }

    [Fact]
    public async Task A_file_that_is_there_as_it_would_be_written_needs_no_force()
    {
        var plan = await _infix.PortAsync(InfixBoards.Whole("omega"));
        Assert.DoesNotContain("board/aarch64/vendor-omega/Config.in", plan.Changes.Select(x => x.Path));
        Assert.Contains("\"board/aarch64/vendor-omega/Config.in\"", _infix.Read(PortManifest.FilePath), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("board/aarch64/Config.in", "vendor-omega/Config.in")]
    [InlineData("board/aarch64/README.md", "(vendor-omega/)")]
    [InlineData(".github/workflows/build-boot.yml", "- omega_boot")]
    [InlineData(".github/workflows/build-image.yml", "- vendor-omega")]
    [InlineData("utils/mkimage.sh", "vendor-omega)")]
    [InlineData("configs/aarch64_defconfig", "BR2_PACKAGE_VENDOR_OMEGA=y")]
    public async Task Lines_that_are_there_by_hand_move_to_the_boards_lines(string path, string entry)
    {
        Assert.Single(Regex.Matches(_infix.Read(path), Regex.Escape(entry)));
        var plan = await _infix.PortAsync(InfixBoards.Whole("omega"));
        Assert.Contains(
            plan.Notes,
            x => x.StartsWith("takes over '", StringComparison.Ordinal) && x.EndsWith($"of '{path}'", StringComparison.Ordinal));
        var text = _infix.Read(path);
        Assert.Single(Regex.Matches(text, Regex.Escape(entry)));
        if (!path.StartsWith("configs/", StringComparison.Ordinal))
        {
            Assert.InRange(
                text.IndexOf(entry, StringComparison.Ordinal), text.IndexOf("BEGIN bsp", StringComparison.Ordinal),
                text.LastIndexOf("END bsp", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_arm_of_a_case_moves_whole_with_the_case_within_it()
    {
        await _infix.PortAsync(InfixBoards.Whole("omega"));
        Assert.DoesNotContain("omega_emmc_boot", _infix.Read("utils/mkimage.sh"), StringComparison.Ordinal);
        var run = _infix.Read("utils/mkimage.sh")
            + "find_image x; get_bootloader_name vendor-alpha; get_bootloader_name vendor-omega; get_bootloader_name other || echo none\n";
        Assert.Equal("x.img\nalpha_boot\nomega_boot\nnone\n", Shell(run));
    }

    [Fact]
    public async Task An_arm_for_several_boards_is_left_to_people()
    {
        _infix.Write(
            "utils/mkimage.sh",
            InfixSkeleton.ImageScript.Replace("vendor-omega)", "vendor-omega | vendor-other)", StringComparison.Ordinal));
        _infix.Commit();
        Assert.Contains(
            "'vendor-omega | vendor-other)', is for several boards", await _infix.FailAsync(InfixBoards.Whole("omega")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_stay_where_people_have_moved_them()
    {
        await _infix.PortAsync(InfixBoards.Whole("nova"));
        var marked = Marked().Match(_infix.Read("board/aarch64/README.md")).Value;
        _infix.Write("board/aarch64/README.md", marked + "\nBoards\n");
        // Where savedefconfig of a newer tree might put it.
        _infix.Write("configs/aarch64_defconfig", "BR2_PACKAGE_VENDOR_NOVA=y\nBR2_aarch64=y\n");
        _infix.Commit();
        Assert.Empty((await _infix.PortAsync(InfixBoards.Whole("nova"))).Changes);
        await _infix.PortAsync(InfixBoards.Whole("nova"), InfixBoards.Whole("aura"));
        Assert.StartsWith("<!-- BEGIN bsp boards", _infix.Read("board/aarch64/README.md"), StringComparison.Ordinal);
        Assert.Equal("BR2_PACKAGE_VENDOR_AURA=y\nBR2_PACKAGE_VENDOR_NOVA=y\nBR2_aarch64=y\n", _infix.Read("configs/aarch64_defconfig"));
    }

    [Fact]
    public async Task Lines_that_move_are_in_the_order_of_the_menu_as_the_port_leaves_it()
    {
        _infix.Write(
            "board/aarch64/Config.in",
            "if BR2_aarch64\n\n" + InfixSkeleton.Source("vendor-nova") + InfixSkeleton.Source("vendor-omega")
                + InfixSkeleton.Source("vendor-alpha") + "\nendif\n");
        _infix.Write(
            "configs/aarch64_defconfig",
            "BR2_aarch64=y\nBR2_PACKAGE_VENDOR_NOVA=y\nBR2_PACKAGE_VENDOR_OMEGA=y\nBR2_PACKAGE_VENDOR_ALPHA=y\n");
        _infix.Commit();
        await _infix.PortAsync(InfixBoards.Whole("nova"), InfixBoards.Whole("omega"));
        Assert.Equal(
            "BR2_aarch64=y\nBR2_PACKAGE_VENDOR_ALPHA=y\nBR2_PACKAGE_VENDOR_NOVA=y\nBR2_PACKAGE_VENDOR_OMEGA=y\n",
            _infix.Read("configs/aarch64_defconfig"));
    }

    [Fact]
    public async Task Where_a_list_is_missing_marks_written_by_hand_say_where_lines_belong()
    {
        _infix.Write(".github/workflows/build-boot.yml", "jobs:\n  build:\n    strategy:\n      include:\n        - config: alpha_boot\n");
        _infix.Commit();
        var message = await _infix.FailAsync(InfixBoards.Whole("nova"));
        Assert.Contains(
            "'.github/workflows/build-boot.yml': there is no list 'defconfig' below 'matrix'", message, StringComparison.Ordinal);
        Assert.Contains("\n  # BEGIN bsp matrix\n  # END bsp matrix", message, StringComparison.Ordinal);

        _infix.Write(".github/workflows/build-boot.yml", "jobs:\n   # BEGIN bsp matrix\n   # END bsp matrix\n");
        _infix.Commit();
        await _infix.PortAsync(InfixBoards.Whole("nova"));
        Assert.Equal(
            "jobs:\n   # BEGIN bsp matrix (generated, see board/.bsp-port.json)\n   - nova_boot\n   # END bsp matrix\n",
            _infix.Read(".github/workflows/build-boot.yml"));
    }

    [Theory]
    [InlineData("# BEGIN bsp case\n")]
    [InlineData("# END bsp case\n")]
    [InlineData("# END bsp case\n# BEGIN bsp case\n")]
    [InlineData("# BEGIN bsp case\n# END bsp case\n# BEGIN bsp case\n# END bsp case\n")]
    public async Task Torn_marks_are_refused(string marks)
    {
        _infix.Write("utils/mkimage.sh", InfixSkeleton.ImageScript + marks);
        _infix.Commit();
        Assert.Contains(
            "'utils/mkimage.sh': the comments 'BEGIN bsp case' and 'END bsp case' do not occur once each",
            await _infix.FailAsync(InfixBoards.Whole("nova")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_record_what_is_there_is_recognized()
    {
        await _infix.PortAsync(InfixBoards.Whole("nova"));
        var record = _infix.Read(PortManifest.FilePath);
        File.Delete(_infix.At(PortManifest.FilePath));
        _infix.Commit();
        var plan = await _infix.PortAsync(InfixBoards.Whole("nova"));
        Assert.Equal([PortManifest.FilePath], plan.Changes.Select(x => x.Path));
        Assert.Equal(record, _infix.Read(PortManifest.FilePath));
    }

    public void Dispose() => _infix.Dispose();

    private static string Shell(string script)
    {
        using var folder = new TempFolder();
        var start = new System.Diagnostics.ProcessStartInfo("sh", [folder.Write("script", script)]) { RedirectStandardOutput = true };
        using var process = System.Diagnostics.Process.Start(start)!;
        return process.StandardOutput.ReadToEnd();
    }

    [GeneratedRegex("<!-- BEGIN.*END bsp boards -->\n", RegexOptions.Singleline)]
    private static partial Regex Marked();
}
