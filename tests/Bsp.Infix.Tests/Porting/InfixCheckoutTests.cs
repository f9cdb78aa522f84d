using System.Diagnostics;
using Bsp.Infix.Porting;
using Bsp.Model;
using YamlDotNet.RepresentationModel;

namespace Bsp.Infix.Tests.Porting;

/// <summary>
/// A made-up board in a copy of a real checkout, whose path is in BSP_INFIX; with a Buildroot tree in BSP_BUILDROOT, its own conf
/// judges the defconfigs.
/// </summary>
public sealed class InfixCheckoutTests
{
    private const string Folder = "tree/board/aarch64/vendor-nova/";

    // More than what a bootloader's defconfig of Infix has would only take time.
    private static readonly GeneratedBoard Board = InfixBoards.Of(
        "vendor-nova",
        (Folder + "Config.in",
            "config BR2_PACKAGE_VENDOR_NOVA\n\tbool \"Vendor Nova\"\n\tdepends on BR2_aarch64\n\thelp\n\t  A board that nobody sells.\n"),
        (Folder + "vendor-nova.mk", "$(eval $(ix-board))\n$(eval $(generic-package))\n"),
        ("tree/configs/nova_sd_boot_defconfig",
            "BR2_aarch64=y\nBR2_TOOLCHAIN_EXTERNAL=y\nBR2_INIT_NONE=y\nBR2_SYSTEM_BIN_SH_NONE=y\n# BR2_PACKAGE_BUSYBOX is not set\n"
            + "# BR2_PACKAGE_IFUPDOWN_SCRIPTS is not set\n# BR2_TARGET_ROOTFS_TAR is not set\n"),
        ("regions/board/aarch64/Config.in", InfixSkeleton.Source("vendor-nova")),
        ("regions/board/aarch64/README.md", "- [Vendor Nova](vendor-nova/)\n"),
        ("regions/configs/aarch64_defconfig", "BR2_PACKAGE_VENDOR_NOVA=y\n"),
        ("regions/configs/aarch64_minimal_defconfig", "BR2_PACKAGE_VENDOR_NOVA=y\n"),
        ("regions/.github/workflows/build-boot.yml", "- nova_sd_boot\n"),
        ("regions/.github/workflows/build-image.yml#choices", "- vendor-nova\n"),
        ("regions/.github/workflows/build-image.yml#case",
            "vendor-nova)\n  arch=aarch64\n  targets=\"sdcard\"\n  bootloader_sdcard=nova-sd-boot\n  ;;\n"),
        ("regions/utils/mkimage.sh", "vendor-nova)\n    echo \"nova_sd_boot\"\n    ;;\n"));

    [Fact]
    public async Task A_board_is_ported_twice_and_removed_again()
    {
        using var infix = await CheckoutAsync();
        await PortAsync(infix, 8, Board);
        Assert.Empty((await PlanAsync(infix, Board)).Changes);
        Assert.Equal("", await RunAsync(infix, "sh", "-n", "utils/mkimage.sh"));
        Assert.Contains("vendor-nova nova_sd_boot\n", await BootloadersAsync(infix), StringComparison.Ordinal);
        Assert.Contains(
            "nova_sd_boot",
            Yaml(infix, "build-boot")["jobs"]["build"]["strategy"]["matrix"]["defconfig"].AllNodes.Select(x => x.ToString()));
        Assert.Contains(
            "vendor-nova",
            Yaml(infix, "build-image")["on"]["workflow_dispatch"]["inputs"]["board"]["options"].AllNodes.Select(x => x.ToString()));

        await PortAsync(infix, 8);
        Assert.Equal("", await RunAsync(infix, "git", "status", "--porcelain"));
    }

    [Fact]
    public async Task A_hand_written_board_is_taken_over_and_listed_nowhere_twice()
    {
        const string id = "friendlyarm-nanopi-r2s";
        (string Path, string Line)[] entries =
        [
            ("board/aarch64/Config.in", InfixSkeleton.Source(id).Trim()),
            ("board/aarch64/README.md", "- [R2S](" + id + "/)"),
            ("configs/aarch64_defconfig", "BR2_PACKAGE_FRIENDLYARM_NANOPI_R2S=y"),
            ("configs/aarch64_minimal_defconfig", "BR2_PACKAGE_FRIENDLYARM_NANOPI_R2S=y"),
            (".github/workflows/build-boot.yml", "- nanopi_r2s_boot"),
            (".github/workflows/build-image.yml#choices", "- " + id),
            (".github/workflows/build-image.yml#case", id + ")\n  arch=aarch64\n  ;;"),
            ("utils/mkimage.sh", id + ")\n    echo \"nanopi_r2s_boot\"\n    ;;"),
        ];
        using var infix = await CheckoutAsync();
        var bootloaders = await BootloadersAsync(infix);
        const string config = "board/aarch64/" + id + "/Config.in";
        var board = InfixBoards.Of(
            id,
            [("tree/"
                + config, await File.ReadAllTextAsync(Path.Combine(infix, config), TestContext.Current.CancellationToken)),
                .. entries.Select(x => ("regions/" + x.Path, x.Line))]);

        var plan = await PlanAsync(infix, board);
        plan.Apply();
        Assert.Equal(entries.Length, plan.Notes.Count(x => x.StartsWith("takes over", StringComparison.Ordinal)));
        Assert.Contains(plan.Notes, x => x.StartsWith("kept 'board/aarch64/" + id + "/README.md'", StringComparison.Ordinal));
        Assert.Equal(bootloaders, await BootloadersAsync(infix));
        foreach (var (path, line) in entries)
        {
            var key = path.EndsWith("README.md", StringComparison.Ordinal) ? "(" + id + "/)" : line.Split('\n')[0];
            Assert.Single(
                await File.ReadAllLinesAsync(Path.Combine(infix, path.Split('#')[0]), TestContext.Current.CancellationToken),
                x => x.Trim() == key || (key[0] is '(' && x.Contains(key, StringComparison.Ordinal)));
        }

        Assert.Empty((await PlanAsync(infix, board)).Changes);
    }

    [Theory]
    [InlineData("nova_sd_boot_defconfig")]
    [InlineData("aarch64_minimal_defconfig")]
    [InlineData("aarch64_defconfig")]
    public async Task Savedefconfig_gives_back_what_a_port_has_written(string defconfig)
    {
        var buildroot = Environment.GetEnvironmentVariable("BSP_BUILDROOT");
        Assert.SkipWhen(string.IsNullOrEmpty(buildroot), "BSP_BUILDROOT does not name a Buildroot tree");
        using var infix = await CheckoutAsync();
        Directory.Delete(Path.Combine(infix, "buildroot"), recursive: true);
        Directory.CreateSymbolicLink(Path.Combine(infix, "buildroot"), buildroot);
        // What the checkout's own file loses with this Buildroot is not the port's doing.
        var original = File.Exists(Path.Combine(infix, "configs", defconfig)) ? await LossAsync(infix, defconfig) : "";
        await PortAsync(infix, 8, Board);
        Assert.Equal(original, await LossAsync(infix, defconfig));
    }

    private static async Task<TempFolder> CheckoutAsync()
    {
        var original = Environment.GetEnvironmentVariable("BSP_INFIX");
        Assert.SkipWhen(string.IsNullOrEmpty(original), "BSP_INFIX does not name an Infix checkout");
        var copy = new TempFolder();
        await RunAsync(
            copy, "sh", "-c",
            "cp -a \"$1\"/. . && rm -rf .git && git init -q && git add -A && git -c user.name=Test -c "
            + "user.email=test@example.org commit -qm state",
            "sh", original);
        return copy;
    }

    private static Task<PortPlan> PlanAsync(string folder, params GeneratedBoard[] boards) => PortPlan.MakeAsync(
        new() { Checkout = folder, Project = boards, BoardFolders = folder, Boards = [.. boards.Select(x => x.Board.Id)] },
        TestContext.Current.CancellationToken);

    // What mkimage.sh takes for the bootloader of each board.
    private static Task<string> BootloadersAsync(string infix) => RunAsync(
        infix,
        "sh",
        "-c",
        "err() { :; }; eval \"$(sed -n '/^get_bootloader_name/,/^}/p' utils/mkimage.sh)\"; for b in board/*/*/; do b=$(basename $b); "
        + "echo \"$b $(get_bootloader_name $b sdcard 2>&1)\"; done");

    private static YamlNode Yaml(string infix, string workflow)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Path.Combine(infix, ".github", "workflows", workflow + ".yml"))));
        return yaml.Documents[0].RootNode;
    }

    private static async Task PortAsync(string folder, int regions, params GeneratedBoard[] boards)
    {
        var plan = await PlanAsync(folder, boards);
        plan.Apply();
        Assert.Equal(regions, plan.Regions);
    }

    // The lines in which a defconfig and what savedefconfig makes of it differ.
    private static async Task<string> LossAsync(string infix, string defconfig)
    {
        await RunAsync(infix, "make", "O=" + Path.Combine(infix, "output"), defconfig);
        await RunAsync(
            infix, "make", "O=" + Path.Combine(infix, "output"), "savedefconfig", "DEFCONFIG=" + Path.Combine(infix, "output", "saved"));
        return await RunAsync(infix, "sh", "-c", "diff configs/$1 output/saved | grep '^[<>]'; true", "sh", defconfig);
    }

    private static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output + await error);
        return output;
    }
}
