using Bsp.Artifacts.Tests.Samples;
using Bsp.Boards;
using Bsp.Boards.Families.Infix;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.Infix;

/// <summary>
/// A board of two variants that starts from two media, whose device trees are the same but for overlays; the Banana Pi R4 is one.
/// </summary>
public sealed class OverlayTests
{
    private static readonly DeviceTreeOverlay s_emmc = DeviceTreeOverlay.From("rockchip/rk0000-router-emmc.dtso");

    private static readonly DeviceTreeOverlay s_sd = DeviceTreeOverlay.From("rockchip/rk0000-router-sd.dtso");

    private static readonly DeviceTreeOverlay s_all = new("infix/acme,router")
    {
        Edits =
        [
            new("/", new DtProperty("serial-number", "7")), new("/aliases", new DtProperty("serial0", "/soc/serial@fe660000")),
            new("/leds/led-0", new DtProperty("gpios", new DtCells("gpio0", 3, 1))),
        ],
    };

    private static readonly DeviceTreeOverlay s_pro = new("infix/acme,router-pro")
    {
        Edits = [new("&uart2", new DtProperty("status", "disabled"))],
    };

    private static readonly Board s_board = NanoPiR2S.Board with
    {
        Id = "acme-router",
        DeviceTrees = [DeviceTree.From(RouterBase.Path)],
        Infix = NanoPiR2S.Board.Infix! with
        {
            Settings = new(),
            SyslinuxEntries =
            [
                new("acme,router-emmc", s_emmc, s_all),
                new("acme,router-sd", s_sd, s_all),
                new("acme,router-pro-emmc", s_emmc, s_all, s_pro),
                new("acme,router-pro-sd", s_sd, s_all, s_pro),
            ],
        },
    };

    [Fact]
    public void Each_value_of_board_has_a_file_of_its_own_with_its_overlays_in_order()
    {
        var files = Files("rootfs/boot/syslinux/");
        Assert.Equal(
            [
                "acme,router-emmc-syslinux.conf", "acme,router-pro-emmc-syslinux.conf", "acme,router-pro-sd-syslinux.conf",
                "acme,router-sd-syslinux.conf",
            ],
            files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            "label Infix (aarch64)\n\tkernel /boot/Image\n\tfdtdir /boot\n"
            + "\tfdtoverlays /boot/rockchip/rk0000-router-sd.dtbo /boot/infix/acme,router.dtbo /boot/infix/acme,router-pro.dtbo\n"
            + "\tappend ${bootargs_root} ${bootargs_log} usbcore.authorized_default=2 -- ${bootargs_user}\n",
            files["acme,router-pro-sd-syslinux.conf"]);
    }

    [Fact]
    public void Every_overlay_is_built_once_and_the_trees_keep_the_labels_that_they_refer_to() => Assert.Equal(
        "# The labels that overlays refer to\nDTC_FLAGS += -@\n\n"
        + "dtb-y += rockchip/rk0000-router.dtb\ndtb-y += rockchip/rk0000-router-emmc.dtbo\ndtb-y += infix/acme,router.dtbo\n"
        + "dtb-y += rockchip/rk0000-router-sd.dtbo\ndtb-y += infix/acme,router-pro.dtbo\n",
        Files("dts/")["Makefile"]);

    [Fact]
    public void The_overlays_apply_to_the_tree()
    {
        using var scratch = new TempFolder();
        scratch.Write(
            "arm64/" + RouterBase.Path,
            RouterBase.Source.Replace("soc {", "leds { led-0 { }; };\nchosen { };\nsoc {", StringComparison.Ordinal));
        scratch.Write("arm64/rockchip/rk0000-router-emmc.dtso", "/dts-v1/;\n/plugin/;\n&{/soc/ethernet@fe010000} { non-removable; };\n");
        foreach (var (path, text) in Files("dts/"))
            scratch.Write("dts/" + path, text);
        string Compile(string source)
        {
            scratch.Write(
                "source",
                HostTool.Check(
                    "cpp", ["-nostdinc", "-undef", "-D__DTS__", "-x", "assembler-with-cpp", "-I", scratch.Path, scratch["dts/" + source]]));
            HostTool.Check("dtc", ["-@", "-I", "dts", "-O", "dtb", "-o", scratch["dts/" + source + ".blob"], scratch["source"]]);
            return scratch["dts/" + source + ".blob"];
        }

        HostTool.Check(
            "fdtoverlay",
            ["-i", Compile("rockchip/rk0000-router.dts"), "-o", scratch[
                "board.dtb"], Compile("rockchip/rk0000-router-emmc.dtso"), Compile("infix/acme,router.dtso"),
                Compile("infix/acme,router-pro.dtso")]);
        string Get(string node, string property, string type = "s") =>
            HostTool.Check("fdtget", ["-t", type, scratch["board.dtb"], node, property]).TrimEnd('\n');
        Assert.Equal(
            ("7", "/soc/serial@fe660000", "disabled"),
            (Get("/", "serial-number"), Get("/aliases", "serial0"), Get("/soc/serial@fe660000", "status")));
        Assert.Equal($"{Get("/soc/gpio@fdd60000", "phandle", "u")} 3 1", Get("/leds/led-0", "gpios", "u"));
        Assert.Equal("", Get("/soc/ethernet@fe010000", "non-removable"));
    }

    [Fact]
    public void A_board_without_entries_does_not_mention_overlays() =>
        Assert.DoesNotContain(
            ArtifactPlanner.Plan(BananaPiR3.Board, InfixOs.Infix),
            file => file.Path.EndsWith("syslinux.conf", StringComparison.Ordinal)
                || file.Text.Contains("DTC_FLAGS", StringComparison.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("a\nappend evil")]
    [InlineData("a\"b")]
    [InlineData("$(reboot)")]
    [InlineData("../../etc/x")]
    public void A_value_of_board_that_is_not_a_plain_word_is_refused(string board) =>
        Assert.Throws<ModelException>(() => new SyslinuxEntry(board, s_all));

    [Fact]
    public void An_entry_without_overlays_is_refused() =>
        Assert.Contains(
            "without overlays", Assert.Throws<ModelException>(() => new SyslinuxEntry("acme")).Message, StringComparison.Ordinal);

    [Fact]
    public void What_an_overlay_cannot_do_is_refused()
    {
        Assert.Contains(
            "deletes something",
            Assert.Throws<ModelException>(
                () => s_pro with { Edits = [new("/leds") { Nodes = [new("led-0") { DeleteProperties = ["gpios"] }] }] }).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "end in .dtso", Assert.Throws<ModelException>(() => DeviceTreeOverlay.From("rockchip/rk0000-router.dts")).Message,
            StringComparison.Ordinal);
        Assert.Throws<ModelException>(() => DeviceTreeOverlay.From("../x.dtso"));
        Assert.Throws<ModelException>(() => new DeviceTreeOverlay("a b"));
    }

    [Fact]
    public void A_board_without_a_package_cannot_bring_them() =>
        Assert.Contains("SyslinuxEntries", Assert.Throws<ModelException>(() => ArtifactPlanner.Plan(
            QemuX8664.Board with { Infix = QemuX8664.Board.Infix! with { SyslinuxEntries = [new("acme", s_all)] } },
            InfixOs.Infix)).Message,
            StringComparison.Ordinal);

    // What is in a folder of the board's, by the paths below it.
    private static Dictionary<string, string> Files(string folder) => ArtifactPlanner.Plan(s_board, InfixOs.Infix)
        .Where(file => file.Path.StartsWith("tree/board/aarch64/acme-router/" + folder, StringComparison.Ordinal))
        .ToDictionary(file => file.Path[("tree/board/aarch64/acme-router/" + folder).Length..], file => file.Text, StringComparer.Ordinal);
}
