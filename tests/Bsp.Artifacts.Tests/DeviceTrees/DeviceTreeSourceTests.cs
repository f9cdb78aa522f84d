using Bsp.Artifacts.Tests.Samples;
using Bsp.Artifacts.Tests.Tools;
using Bsp.Boards;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.DeviceTrees;

public sealed class DeviceTreeSourceTests
{
    [Fact]
    public void A_tree_on_a_kernel_base_compiles_and_has_the_edits()
    {
        using var scratch = new ScratchFolder();
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
        using var scratch = new ScratchFolder();
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
        using var scratch = new ScratchFolder();
        scratch.Write(RouterBase.Path, RouterBase.Source);
        var tree = Compile(scratch, Rockchip.Board);

        Assert.Equal("/leds/led-0", Get(tree, "/__symbols__", "sys_led"));
        Assert.Equal("/soc/serial@fe660000", Get(tree, "/__symbols__", "uart2"));
    }

    [Fact]
    public void A_tree_on_the_emulators_base_compiles_without_any_label_in_the_base()
    {
        using var scratch = new ScratchFolder();
        scratch.Write("emulator.dts", "/dts-v1/;\n/memreserve/ 0x1000 0x2000;\n/ { model = \"base\"; pl011@9000000 { clock-names = \"uartclk\"; }; chosen { kaslr-seed = <1 2>; }; };\n");
        var board = QemuAarch64.Board with
        {
            DeviceTree = DeviceTree.FromEmulator() with { Edits = [new("/pl011@9000000", new DtProperty("status", "okay"))] },
        };
        var tree = Compile(scratch, board);

        Assert.Equal(board.Identity.Model, Get(tree, "/", "model"));
        Assert.Equal("/pl011@9000000:115200n8", Get(tree, "/chosen", "stdout-path"));
        Assert.Equal("1 2", Get(tree, "/chosen", "kaslr-seed", "u"));
        Assert.Equal("uartclk", Get(tree, "/pl011@9000000", "clock-names"));
        Assert.Equal("okay", Get(tree, "/pl011@9000000", "status"));
    }

    [Fact]
    public void A_board_without_a_device_tree_has_no_source() =>
        Assert.DoesNotContain(ArtifactPlanner.Plan(QemuX8664.Board, TestBoards.Distribution), file => file.Path.EndsWith(".dts", StringComparison.Ordinal));

    private static string Compile(ScratchFolder scratch, Board board)
    {
        var source = scratch.Write(board.Id + ".dts", TestBoards.Artifact(board, board.Id + ".dts"));
        scratch.Write("board.pp.dts", HostTool.Check("cpp", ["-nostdinc", "-undef", "-D__DTS__", "-x", "assembler-with-cpp", "-I", scratch.Path, source]));
        HostTool.Check("dtc", ["-@", "-I", "dts", "-O", "dtb", "-i", scratch.Path, "-o", scratch["board.dtb"], scratch["board.pp.dts"]]);
        return scratch["board.dtb"];
    }

    private static string Get(string tree, string node, string property, string type = "s") =>
        HostTool.Check("fdtget", ["-t", type, tree, node, property]).TrimEnd('\n');
}
