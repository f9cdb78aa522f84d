using Bsp.Artifacts.Tests.Samples;
using Bsp.Boards;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.DeviceTrees;

public sealed class DeviceTreeSourceTests
{
    [Fact]
    public void A_tree_on_a_kernel_base_compiles_and_has_the_edits()
    {
        using var scratch = new TempFolder();
        scratch.Write(RouterBase.Path, RouterBase.Source);
        var tree = Compile(scratch, Rockchip.Board);

        Assert.Equal(Rockchip.Board.Identity.Model, Get(tree, "/", "model"));
        Assert.Equal("acme,router-2 rockchip,rk0000", Get(tree, "/", "compatible"));
        Assert.Equal("serial2:1500000n8", Get(tree, "/chosen", "stdout-path"));
        Assert.Equal("okay", Get(tree, "/soc/serial@fe660000", "status"));
        Assert.DoesNotContain("dma-names", HostTool.Check("fdtget", ["-p", tree, "/soc/serial@fe660000"]));
        Assert.DoesNotContain("usb@fd000000", HostTool.Check("fdtget", ["-l", tree, "/soc"]));
        Assert.Equal("router:\"sys\"\\\u0001f", Get(tree, "/leds/led-0", "label"));
        Assert.Equal("0", Get(tree, "/leds", "#size-cells", "u"));
        Assert.Equal("2 0 ab 0 0 1", Get(tree, "/soc/ethernet@fe010000", "local-mac-address", "bx"));
        Assert.Equal("61 0 0 0 0 1 de ad be ef 62 0", Get(tree, "/soc/ethernet@fe010000", "mixed", "bx"));
        Assert.Equal("36", Get(tree, "/soc/ethernet@fe010000", "tx-delay", "u"));
    }

    [Fact]
    public void References_by_label_and_by_path_hold_the_handle_of_the_same_node()
    {
        using var scratch = new TempFolder();
        scratch.Write(RouterBase.Path, RouterBase.Source);
        var tree = Compile(scratch, Rockchip.Board);
        var gpio = Get(tree, "/soc/gpio@fdd60000", "phandle", "u");

        Assert.Equal($"{gpio} 2 0", Get(tree, "/leds/led-0", "gpios", "u"));
        Assert.Equal($"{gpio} 10 1", Get(tree, "/leds/led-1", "gpios", "u"));
        Assert.Equal(Get(tree, "/soc/ethernet@fe010000/phy", "phandle", "u"), Get(tree, "/soc/ethernet@fe010000", "phy-handle", "u"));
    }

    [Fact]
    public void Labels_stay_in_the_tree_for_overlays()
    {
        using var scratch = new TempFolder();
        scratch.Write(RouterBase.Path, RouterBase.Source);
        var tree = Compile(scratch, Rockchip.Board);

        Assert.Equal("/leds/led-0", Get(tree, "/__symbols__", "sys_led"));
        Assert.Equal("/soc/serial@fe660000", Get(tree, "/__symbols__", "uart2"));
    }

    [Fact]
    public void A_tree_on_the_emulators_base_compiles_without_any_label_in_the_base()
    {
        using var scratch = new TempFolder();
        scratch.Write(
            "emulator.dts",
            "/dts-v1/;\n/memreserve/ 0x1000 0x2000;\n/ { model = \"base\"; pl011@9000000 { clock-names = \"uartclk\"; }; "
            + "chosen { kaslr-seed = <1 2>; }; };\n");
        var board = QemuAarch64.Board with
        {
            DeviceTrees = [DeviceTree.FromEmulator() with { Edits = [new("/pl011@9000000", new DtProperty("status", "okay"))] }],
        };
        var tree = Compile(scratch, board);

        Assert.Equal(board.Identity.Model, Get(tree, "/", "model"));
        Assert.Equal("/pl011@9000000:115200n8", Get(tree, "/chosen", "stdout-path"));
        Assert.Equal("1 2", Get(tree, "/chosen", "kaslr-seed", "u"));
        Assert.Equal("uartclk", Get(tree, "/pl011@9000000", "clock-names"));
        Assert.Equal("okay", Get(tree, "/pl011@9000000", "status"));
    }

    [Fact]
    public void Devices_are_written_as_their_bindings_have_them()
    {
        using var scratch = new TempFolder();
        scratch.Write(RouterBase.Path, Devices.Base);
        var tree = Compile(scratch, Rockchip.Board with { DeviceTrees = [Rockchip.Board.DeviceTree! with { Edits = Devices.Edits }] });
        string Handle(string node) => Get(tree, node, "phandle", "u");
        var gpio = Handle("/gpio-controller");

        Assert.Equal("gpio-leds", Get(tree, "/leds", "compatible"));
        Assert.Equal($"{gpio} 3 1", Get(tree, "/leds/led-0", "gpios", "u"));
        Assert.Equal(
            ("2", "status", "keep", "heartbeat"),
            (Get(tree, "/leds/led-0", "color", "u"), Get(tree, "/leds/led-0", "function"), Get(tree, "/leds/led-0", "default-state"),
                Get(tree, "/leds/led-0", "linux,default-trigger")));
        Assert.Equal($"{Handle("/pin-controller")} 3 17 0", Get(tree, "/leds/led-1", "gpios", "u"));
        Assert.Equal("/leds/led-1", Get(tree, "/__symbols__", "wan_led"));
        Assert.Equal(
            ("reset", "408", $"{gpio} 4 1"),
            (Get(tree, "/gpio-keys/button-reset", "label"), Get(tree, "/gpio-keys/button-reset", "linux,code", "u"),
                Get(tree, "/gpio-keys/button-reset", "gpios", "u")));

        const string Supply = "/regulator-vcc-3v3";
        Assert.Equal(
            ("3300000", "3300000", $"{gpio} 5 0", Handle("/regulator-vin")),
            (Get(tree, Supply, "regulator-min-microvolt", "u"), Get(tree, Supply, "regulator-max-microvolt", "u"),
                Get(tree, Supply, "gpio", "u"), Get(tree, Supply, "vin-supply", "u")));
        Assert.Contains("enable-active-high\n", HostTool.Check("fdtget", ["-p", tree, Supply]));
        Assert.DoesNotContain("enable-active-high", HostTool.Check("fdtget", ["-p", tree, "/regulator-vcc-sd"]));

        Assert.Equal("loader@0\npartition@100000\npartition@200000\n", HostTool.Check("fdtget", ["-l", tree, "/flash/partitions"]));
        Assert.Equal(
            ("env", "1048576 65536"),
            (Get(tree, "/flash/partitions/partition@100000", "label"), Get(tree, "/flash/partitions/partition@100000", "reg", "u")));
        Assert.Equal(
            ("4 6", "1", "mac-base"),
            Three(tree, "/flash/partitions/partition@200000/nvmem-layout/mac-address@4", "reg", "#nvmem-cell-cells", "compatible"));
        Assert.Equal(
            ("onie,tlv-layout", "1"),
            (Get(tree, "/eeprom/nvmem-layout", "compatible"), Get(tree, "/eeprom/nvmem-layout/mac-address", "#nvmem-cell-cells", "u")));
        Assert.Equal(
            ("1 1107296256 0 65536", "0 1124073472 0 262144", "0 67108864"),
            (Get(tree, "/reserved-memory/ramoops@142000000", "reg", "u"), Get(tree, "/reserved-memory/secmon@43000000", "reg", "u"),
                Get(tree, "/reserved-memory/linux,cma", "size", "u")));
        Assert.Equal(
            ("0", "wan", Handle("/phy")),
            (Get(tree, "/switch/ports/port@0", "reg", "u"), Get(tree, "/switch/ports/port@0", "label"),
                Get(tree, "/switch/ports/port@0", "phy-handle", "u")));
        Assert.Equal(
            (Handle("/ethernet"), "2500"),
            (Get(tree, "/switch/ports/port@6", "ethernet", "u"), Get(tree, "/switch/ports/port@6/fixed-link", "speed", "u")));
        Assert.Equal(
            ($"{Handle("/eeprom/nvmem-layout/mac-address")} 2", Handle("/sfp-0"), "in-band-status"),
            Three(tree, "/switch/ports/port@9", "nvmem-cells", "sfp", "managed"));
        Assert.Equal(
            ("2", Handle("/switch/ports/port@0")),
            (Get(tree, "/switch/ports/port@9/leds/led@0", "color", "u"), Get(tree, "/switch/ports/port@a", "link", "u")));
        Assert.Equal(
            ($"{gpio} 10 7", Handle("/i2c"), "3000"),
            (Get(tree, "/sfp-0", "mod-def0-gpios", "u"), Get(tree, "/sfp-0", "i2c-bus", "u"),
                Get(tree, "/sfp-0", "maximum-power-milliwatt", "u")));
        Assert.Equal(
            ("$5$salt$hash", Handle("/usb"), "USB", Handle("/eeprom")),
            (Get(tree, "/chosen/infix", "factory-password-hash"), Get(tree, "/chosen/infix", "usb-ports", "u"),
                Get(tree, "/chosen/infix", "usb-port-names"), Get(tree, "/chosen/infix", "vpds", "u")));
    }

    [Fact]
    public void A_board_without_a_device_tree_has_no_source() =>
        Assert.DoesNotContain(
            ArtifactPlanner.Plan(QemuX8664.Board, TestBoards.Distribution), file => file.Path.EndsWith(".dts", StringComparison.Ordinal));

    private static string Compile(TempFolder scratch, BootableBoard board)
    {
        var source = scratch.Write(board.Id + ".dts", TestBoards.Artifact(board, board.Id + ".dts"));
        scratch.Write(
            "board.pp.dts",
            HostTool.Check("cpp", ["-nostdinc", "-undef", "-D__DTS__", "-x", "assembler-with-cpp", "-I", scratch.Path, source]));
        HostTool.Check("dtc", ["-@", "-I", "dts", "-O", "dtb", "-i", scratch.Path, "-o", scratch["board.dtb"], scratch["board.pp.dts"]]);
        return scratch["board.dtb"];
    }

    private static (string, string, string) Three(string tree, string node, string first, string second, string third) =>
        (Get(tree, node, first, "u"), Get(tree, node, second, "u"), Get(tree, node, third));

    private static string Get(string tree, string node, string property, string type = "s") =>
        HostTool.Check("fdtget", ["-t", type, tree, node, property]).TrimEnd('\n');
}
