using Bsp.Artifacts;
using Bsp.Boards.Families.Infix;
using Bsp.Build;
using Bsp.Infix.Tests.Support;
using Bsp.Model;

namespace Bsp.Infix.Tests.Importing;

public sealed class ImportTests
{
    private const string Board = "acme-router";

    private static readonly string s_tree = Path.Combine(TestPaths.Sample, "tree");

    [Fact]
    public void What_a_record_can_say_is_in_the_draft()
    {
        using var checkout = new ImportedCheckout(s_tree);
        var board = checkout.Draft(Board).Board;
        Assert.Equal(("Acme", "Router"), (board.Identity.Vendor.Value, board.Identity.Model.Value));
        Assert.Equal(KconfigValue.M, board.Kernel.Requests.Single(x => x.Symbol == "ACME_ETH").Value);
        Assert.Equal(["acme/board.dts", "acme/board-lite.dts"], board.DeviceTrees.Select(x => x.Path));
        Assert.Equal(["acme,router", "acme,soc"], board.DeviceTrees[0].Compatibles);
        Assert.Equal("$5$never", board.Infix!.Settings.FactoryPasswordHash);
        Assert.Equal(new Bsp.Model.Console("ttyS0") { Node = "serial0" }, board.Console);
        Assert.Equal(["LINUX_FIRMWARE_ACME", "IPERF3"], board.Infix.Packages);
        Assert.Equal("A router that Acme never made. select nothing of this.", board.Infix.Help);
        var medium = Assert.Single(board.Media);
        var uboot = Assert.IsType<UBoot>(medium.Boot);
        Assert.Equal(("acme_router", "acme", "0123abc"), (medium.Infix!.Name, uboot.Defconfig.Value, medium.Infix.UBootVersion?.Value));
        Assert.Equal(["BOOT_DEVICE=emmc", "DDR=4"], uboot.TrustedFirmware!.Variables);
        Assert.Equal(32.KiB(), Assert.Single(board.Disk.Raw).Offset);
        Assert.Equal(4.MiB(), board.Infix.Disk!.Var);
        Assert.Equal(["boot.bin", "u-boot.bin"], Assert.IsType<LoaderFiles>(Assert.Single(board.Disk.Partitions).Content).Files);
        Assert.False(board.Infix.IsEnabled);
        // What has no member of its own is kept; the quirks have a comment, which no record has.
        Assert.Equal(
            ["etc/factory-config.cfg", "etc/product/interface-quirks.json"], Assert.Single(board.Infix.Products).Files.Select(x => x.Path));
    }

    [Theory]
    [InlineData("Kernel", "acme-router.mk", "", "")]
    [InlineData("DeviceTrees", "router.dts", "#define PORT(_n, _label) port@_n { \\", "outside any node")]
    [InlineData("DeviceTrees", "router.dts", "lan: PORT(1, \"lan1\");", "neither a node nor a property")]
    [InlineData("Infix.Environment", "acme-env.dtsi", "ixboot = /incbin/(\"scripts/ixboot.sh\");", "texts, cells and bytes only")]
    [InlineData("Media", "acme_router_boot_defconfig", "BR2_TARGET_ACME_BLOBS=y", "does not say it")]
    [InlineData("", "README.md", "", "does not say what is in it")]
    public void What_a_record_cannot_say_is_left_with_its_place(string member, string file, string text, string why)
    {
        using var checkout = new ImportedCheckout(s_tree);
        // A board whose makefile does what no record can say.
        checkout.Write($"board/aarch64/{Board}/README.md", "A board.\n");
        File.AppendAllText(checkout[$"board/aarch64/{Board}/{Board}.mk"], "ACME_ROUTER_DEPENDENCIES += host-acme\n");
        var draft = checkout.Draft(Board);
        var todo = Assert.Single(
            draft.Todos, x => x.Member == member && Path.GetFileName(x.File) == file && (text.Length == 0 || x.Text.Trim() == text));
        Assert.Contains(why, todo.Why, StringComparison.Ordinal);
        Assert.Contains("// " + todo, draft.Text, StringComparison.Ordinal);
        if (todo.Line > 0)
            Assert.Equal(todo.Text, File.ReadAllLines(checkout[todo.File])[todo.Line - 1]);
    }

    [Fact]
    public void The_layers_without_the_boards_are_enough_for_a_draft()
    {
        using var checkout = new ImportedCheckout(s_tree);
        Assert.Equal(checkout.Draft(Board).Text, checkout.Draft(Board, DraftCompiler.Layers()).Text);
    }

    [Fact]
    public void What_is_open_is_asked_once_and_not_of_what_all_boards_share()
    {
        const string configuration = "configs/acme_router_boot_defconfig";
        const string fragment = $"board/aarch64/{Board}/uboot/extras.config";
        using var checkout = new ImportedCheckout(s_tree);
        // As Infix has it: scripts that no record says, and lines that are none of U-Boot's.
        checkout.Write(
            "board/common/uboot/env.dtsi",
            "/ { config { environment { ixboot = /incbin/(\"scripts/ixboot.sh\"); ixprepblk = /incbin/(\"scripts/ixprepblk.sh\"); }; }; "
            + "};\n");
        File.AppendAllText(checkout["board/common/uboot/extras.config"], "BR2_SHARED=y\n");
        // Two more bootloaders from the same fragment.
        File.AppendAllText(checkout[fragment], "BR2_OWN=y\n");
        foreach (var name in new[] { "emmc", "sd" })
            checkout.Write($"configs/acme_{name}_boot_defconfig", File.ReadAllText(checkout[configuration]));

        var draft = checkout.Draft(Board);
        Assert.Equal(3, draft.Board.Media.Count);
        Assert.Single(draft.Todos, x => x.File == fragment && x.Text == "BR2_OWN=y");
        Assert.Single(draft.Todos, x => x.Text.Contains("ixboot =", StringComparison.Ordinal));
        Assert.Equal(draft.Todos.Distinct(), draft.Todos);
        Assert.DoesNotContain(draft.Todos, x => x.File.StartsWith("board/common/", StringComparison.Ordinal));
    }

    [Fact]
    public void Overlays_that_U_Boot_puts_on_a_tree_are_entries_and_are_written_as_they_were()
    {
        const string folder = $"board/aarch64/{Board}/";
        const string sd = folder + "rootfs/boot/syslinux/acme,router-sd-syslinux.conf";
        const string own = folder + "dts/infix/acme,router.dtso";
        using var checkout = new ImportedCheckout(s_tree);
        string Configuration(string overlays) =>
            $"label Infix (aarch64)\n\tkernel /boot/Image\n\tfdtdir /boot\n{overlays}\tappend ${{bootargs_root}} ${{bootargs_log}} "
            + $"usbcore.authorized_default=2 -- ${{bootargs_user}}\n";
        checkout.Write("board/aarch64/rootfs/boot/syslinux/syslinux.conf", Configuration(""));
        checkout.Write(sd, Configuration("\tfdtoverlays /boot/acme/board-sd.dtbo /boot/infix/acme,router.dtbo\n"));
        checkout.Write(
            folder + "rootfs/boot/syslinux/acme,router-emmc-syslinux.conf",
            Configuration("\tfdtoverlays /boot/infix/acme,router.dtbo\n").Replace(
                "/boot/Image", "/boot/Image.gz", StringComparison.Ordinal));
        checkout.Write(
            own,
            "// SPDX-License-Identifier: MIT\n\n/dts-v1/;\n/plugin/;\n#include <dt-bindings/gpio/gpio.h>\n\n&{/} {\n"
            + "\tserial-number = \"7\";\n};\n\n&uart0 {\n\tstatus = \"okay\";\n};\n");
        File.AppendAllText(checkout[folder + "dts/Makefile"], "DTC_FLAGS += -@\ndtb-y += infix/acme,router.dtbo\n");

        var draft = checkout.Draft(Board);
        var expected = new SyslinuxEntry("acme,router-sd", DeviceTreeOverlay.From("acme/board-sd.dtso"), new("infix/acme,router")
        {
            License = "MIT",
            Headers = ["dt-bindings/gpio/gpio.h"],
            Edits = [new("/", new DtProperty("serial-number", "7")), new("&uart0", new DtProperty("status", "okay"))],
        });
        Assert.Equal([expected], draft.Board.Infix!.SyslinuxEntries);
        // What says more than overlays is kept.
        Assert.Equal("boot/syslinux/acme,router-emmc-syslinux.conf", Assert.Single(draft.Board.Infix.Files).Path);
        Assert.DoesNotContain(
            draft.Todos,
            x => x.File == own || x.Text.Contains("dtbo", StringComparison.Ordinal)
                || x.Text.Contains("DTC_FLAGS", StringComparison.Ordinal));
        var made = ArtifactPlanner.Plan(DraftCompiler.Compile(draft.Text), InfixOs.Infix);
        Assert.All([sd, own], x => Assert.Equal(File.ReadAllText(checkout[x]), Assert.Single(made, file => file.Path == "tree/" + x).Text));

        File.AppendAllText(checkout[own], "/ {\n\tcompatible = \"acme,router\";\n};\n");
        Assert.Contains(
            checkout.Draft(Board).Todos,
            x => x.File == own && x.Why.StartsWith("the root of an overlay is applied to nothing", StringComparison.Ordinal));
    }

    [Fact]
    public void The_draft_compiles_whatever_the_files_say()
    {
        using var checkout = new ImportedCheckout(s_tree);
        checkout.Write(
            $"board/aarch64/{Board}/Config.in",
            "config BR2_PACKAGE_ACME_ROUTER\n\tbool \"A <b> & */ \\\" \u2028 board\"\n\tnonsense \u2028 \"; throw null; //\n\thelp\n"
            + "\t  \"quotes\" and \\backslashes\\.\n");
        checkout.Write($"board/aarch64/{Board}/uboot/extras.config", "CONFIG_A=\"\\\"x\\\\\"\nCONFIG_B=\"\"\"\nBR2_C=y\n");
        var draft = checkout.Draft(Board);
        Assert.Equal(draft.Board, DraftCompiler.Compile(draft.Text));
    }

    [Fact]
    public void A_file_that_ends_anywhere_is_no_crash()
    {
        using var checkout = new ImportedCheckout(s_tree);
        foreach (var file in new[]
        {
            "dts/acme/router.dts", "genimage.cfg.in", "uboot/acme-env.dtsi", $"{Board}.mk", "dts/Makefile", "uboot/extras.config",
        })
        {
            var path = $"board/aarch64/{Board}/{file}";
            var text = File.ReadAllText(checkout[path]);
            for (var length = 0; length < text.Length; length++)
            {
                checkout.Write(path, text[..length]);
                checkout.Draft(Board);
            }

            checkout.Write(path, text);
        }
    }

    [Fact]
    public void Files_that_include_each_other_are_left_to_a_person()
    {
        using var checkout = new ImportedCheckout(s_tree);
        checkout.Write($"board/aarch64/{Board}/dts/acme/router-common.dtsi", "#include \"router-common.dtsi\"\n");
        Assert.Contains(checkout.Draft(Board).Todos, x => x.Why == "files include each other without end");
    }

    [Theory]
    [InlineData("acme-ruter", "did you mean 'acme-router'?")]
    [InlineData("../acme-router", "is no id")]
    [InlineData("zzz", "boards: acme-router")]
    public void A_board_that_is_not_there_is_refused(string id, string message)
    {
        using var checkout = new ImportedCheckout(s_tree);
        Assert.Contains(message, Assert.Throws<BuildFailedException>(() => checkout.Draft(id)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_symbolic_link_is_not_followed()
    {
        using var checkout = new ImportedCheckout(s_tree);
        File.Delete(checkout[$"board/aarch64/{Board}/genimage.cfg.in"]);
        File.CreateSymbolicLink(checkout[$"board/aarch64/{Board}/genimage.cfg.in"], "/etc/passwd");
        Assert.Contains(
            "symbolic link", Assert.Throws<BuildFailedException>(() => checkout.Draft(Board)).Message, StringComparison.Ordinal);
    }
}
