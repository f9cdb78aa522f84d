using System.Text.Json;

namespace Bsp.Cli.Tests;

/// <summary><c>bsp dt find</c>, <c>refs</c>, <c>tree</c> and <c>map</c>: questions to a tree, answered as text and JSON.</summary>
public sealed class DtQueryTests : DtCommands
{
    public DtQueryTests() => Put("board.dts", """
        /dts-v1/;
        / {
        	#address-cells = <1>;
        	#size-cells = <1>;
        	interrupt-parent = <&gic>;
        	aliases { serial0 = &uart; };
        	gic: interrupt-controller@1000 { reg = <0x1000 0x1000>; interrupt-controller; #interrupt-cells = <1>; compatible = "arm,gic"; };
        	osc: osc { #clock-cells = <0>; compatible = "fixed-clock"; };
        	clk: clock@2000 { reg = <0x2000 0x800>; #clock-cells = <1>; clocks = <&osc>; compatible = "v,clk"; };
        	uart: serial@4000 { reg = <0x4000 0x100>; interrupts = <0x20>; clocks = <&clk 1>, <&clk 0xc>; clock-names = "baud", "bus"; compatible = "v,uart-2", "v,uart"; };
        	spi: spi@4080 { reg = <0x4080 0x100>; clocks = <&clk 2>; status = "disabled"; compatible = "v,spi"; };
        };
        """);

    [Fact]
    public void Who_refers_to_a_node()
    {
        Assert.Equal(
            "uart: /serial@4000\n\tclocks = <&clk 1>, <&clk 0xc>;  // board.dts:10\n"
            + "spi: /spi@4080 (disabled)\n\tclocks = <&clk 2>;  // board.dts:11\n",
            Ran(0, "refs", "board.dts", "&clk").Out);
        Assert.Equal("/aliases\n\tserial0 = \"/serial@4000\";  // board.dts:6\n", Ran(0, "refs", "board.dts", "serial0").Out);
        Assert.Equal("nothing refers to spi: /spi@4080 (disabled)\n", Ran(1, "refs", "board.dts", "spi").Error);
        Assert.Equal(
            ["/serial@4000 clocks 0 phandle", "/serial@4000 clocks 8 phandle", "/spi@4080 clocks 0 phandle"],
            Rows("refs", "board.dts", "clk").Select(
                row => $"{Text(row, "path")} {Text(row, "property")} {row.GetProperty("offset")} {Text(row, "by")}"));
        Assert.Contains("the tree has no node 'nothing'", Ran(1, "refs", "board.dts", "nothing").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Trees_of_interrupts_clocks_and_power()
    {
        Assert.Equal(
            "gic: /interrupt-controller@1000\n  uart: /serial@4000  interrupts <0x20>\n", Ran(0, "tree", "board.dts", "--interrupts").Out);
        Assert.Equal(
            "osc: /osc\n  clk: /clock@2000  clocks\n    uart: /serial@4000  clocks <1> \"baud\", clocks <0xc> \"bus\"\n"
            + "    spi: /spi@4080 (disabled)  clocks <2>\n",
            Ran(0, "tree", "board.dts", "--clocks").Out);
        Assert.Equal("", Ran(0, "tree", "board.dts", "--power").Out);
        Assert.Equal(
            [
                "/clock@2000 <- /osc []", "/serial@4000 <- /clock@2000 [1] baud", "/serial@4000 <- /clock@2000 [12] bus",
                "/spi@4080 <- /clock@2000 [2]",
            ],
            Rows("tree", "board.dts", "--clocks").Select(
                row => $"{Text(row, "path")} <- {Text(row, "provider")} "
                    + $"[{string.Join(' ', row.GetProperty("specifier").EnumerateArray())}] {Text(row, "name")}".TrimEnd()));
        // Circles end, and nobody is left out.
        Put(
            "circle.dts",
            "/dts-v1/; / { a: a { #clock-cells = <0>; clocks = <&b>; }; b: b { #clock-cells = <0>; clocks = <&a>, <&b>; }; };");
        Assert.Equal(
            "b: /b\n  a: /a  clocks\n    b: /b  clocks …\n  b: /b  clocks …\n", Ran(0, "tree", "circle.dts", "--clocks").Out);
        // Neither the stack nor the lines grow with a long chain, and all of it is there.
        const int Length = 5000;
        Put(
            "chain.dts",
            "/dts-v1/; / { " + string.Concat(
                Enumerable.Range(0, Length).Select(
                    i => $"c{i}: c{i} {{ #clock-cells = <0>; {(i > 0 ? $"clocks = <&c{i - 1}>; " : "")}}}; ")) + "};");
        var chain = Ran(0, "tree", "chain.dts", "--clocks").Out.Split('\n');
        Assert.True(chain.Max(line => line.Length) < 200);
        Assert.Equal(Length - 1, chain.Count(line => line.Contains("  clocks", StringComparison.Ordinal)));
        Assert.Contains("one of --interrupts, --clocks and --power", Ran(2, "tree", "board.dts").Error, StringComparison.Ordinal);
        Ran(2, "tree", "board.dts", "--clocks", "--power");
    }

    [Fact]
    public void What_lies_where()
    {
        Assert.Equal(
            "0x000001000 - 0x000001fff       4 KiB  gic: /interrupt-controller@1000\n"
            + "0x000002000 - 0x0000027ff       2 KiB  clk: /clock@2000\n"
            + "0x000002800 - 0x000003fff       6 KiB  - hole\n"
            + "0x000004000 - 0x0000040ff       0x100  uart: /serial@4000  overlaps spi: /spi@4080 (disabled)\n"
            + "0x000004080 - 0x00000417f       0x100  spi: /spi@4080 (disabled)  overlaps uart: /serial@4000\n",
            Ran(0, "map", "board.dts").Out);
        Assert.Equal(
            ["/interrupt-controller@1000 device 0x1000 0x1000 ", "/clock@2000 device 0x2000 0x800 ",
                "/serial@4000 device 0x4000 0x100 /spi@4080", "/spi@4080 device 0x4080 0x100 /serial@4000"],
            Rows("map", "board.dts").Select(
                row => $"{Text(row, "path")} {Text(row, "kind")} {Text(row, "start")} {Text(row, "size")} "
                    + string.Join(' ', row.GetProperty("overlaps").EnumerateArray())));
    }

    [Fact]
    public void What_lies_where_on_PCI()
    {
        Put(
            "pci.dts",
            """
            /dts-v1/;
            / {
                #address-cells = <2>;
                #size-cells = <1>;
                pcie0: pcie@8000 {
                    device_type = "pci";
                    reg = <0 0x8000 0x1000>;
                    #address-cells = <3>;
                    #size-cells = <2>;
                    ranges = <0x81000000 0 0 0 0xf000 0 0x1000>, <0xc2000000 0 0x40000000 1 0 0 0x100000>;
                    wifi: wifi@1,0 { reg = <0x10800 0 0 0 0>; };
                };
            };
            """);
        Assert.Equal(
            "0x000008000 - 0x000008fff       4 KiB  pcie0: /pcie@8000\n"
            + "0x000009000 - 0x00000efff      24 KiB  - hole\n"
            + "0x00000f000 - 0x00000ffff       4 KiB  pcie0: /pcie@8000  PCI I/O 0x0\n"
            + "0x000010000 - 0x0ffffffff  4194240 KiB  - hole\n"
            + "0x100000000 - 0x1000fffff       1 MiB  pcie0: /pcie@8000  PCI prefetchable memory 0x40000000\n"
            + "PCI 01:01.0  wifi: /pcie@8000/wifi@1,0\n",
            Ran(0, "map", "pci.dts").Out);
        Assert.Equal(
            ["device 0x8000  ", "window 0xf000 I/O 0x0", "window 0x100000000 prefetchable memory 0x40000000", "function   "],
            Rows("map", "pci.dts").Select(
                row => $"{Text(row, "kind")} {Text(row, "start")} {Text(row, "space")} {Text(row, "pci-start")}"));
        Assert.Equal("01:01.0", Text(Rows("map", "pci.dts")[^1], "function"));
    }

    [Theory]
    [InlineData("/serial@4000", "--compatible", "v,uart")]
    [InlineData("/serial@4000", "-c", "v,u*-2")]
    [InlineData("/spi@4080", "--status", "disabled")]
    [InlineData("/serial@4000", "--name", "serial")]
    [InlineData("/clock@2000 /osc", "--property", "#clock-cells")]
    [InlineData("/serial@4000", "--property", "clocks", "--status", "okay", "-c", "v,uart*")]
    [InlineData("", "--compatible", "v,UART")]
    public void Nodes_are_found_by_what_they_are(string expected, params string[] criteria) =>
        Assert.Equal(
            expected.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Rows(["find", "board.dts", .. criteria]).Select(row => Text(row, "path")).Order(StringComparer.Ordinal));

    [Fact]
    public void Nodes_are_found_by_the_drivers_of_a_kernel()
    {
        Put(
            "linux/drivers/tty/uart.c",
            "static const struct of_device_id ids[] = {\n\t{ .compatible = \"v,uart\", .data = &x },\n\t{ }\n};\n");
        Put("linux/drivers/clk/clk.c", "CLK_OF_DECLARE(clk, \"v,clk\", setup);\n");
        Put("linux/drivers/irqchip/gic.c", "IRQCHIP_DECLARE(gic, \"arm,gic\", init);\n/* \"v,spi\" */\n");
        Assert.Equal(
            "uart: /serial@4000  \"v,uart-2\", \"v,uart\"  drivers/tty/uart.c\n",
            Ran(0, "find", "board.dts", "--driver", "*uart*", "--kernel", "linux").Out);
        Assert.Equal(
            ["/interrupt-controller@1000 drivers/irqchip/gic.c", "/clock@2000 drivers/clk/clk.c", "/serial@4000 drivers/tty/uart.c"],
            Rows("find", "board.dts", "--driver", "*", "--kernel", "linux").Select(
                row => $"{Text(row, "path")} {row.GetProperty("drivers")[0]}"));
        Ran(1, "find", "board.dts", "--driver", "*spi*", "--kernel", "linux");
        Assert.Contains("--driver takes --kernel", Ran(2, "find", "board.dts", "--driver", "*").Error, StringComparison.Ordinal);
        Assert.Contains("is not a kernel's source", Ran(2, "find", "board.dts", "--kernel", ".").Error, StringComparison.Ordinal);
    }

    [Theory]
    // Macros of the source, over lines, behind a condition, of other macros.
    [InlineData("#define ID(x) { .compatible = \"v,\" #x \"-2\", }\nstatic const struct of_device_id ids[] = { ID(uart), { } };\n")]
    [InlineData(
        "#ifdef CONFIG_OF\n#define ID(name, x) \\\n\t{ .compatible = name, \\\n\t  .data = &x }\n{ ID(\"v,uart-2\", y) };\n#endif\n")]
    [InlineData("#define NAME \"v,uart-2\"\n{ .compatible = NAME }\n")]
    [InlineData("#define CLOCK(id) CLK_OF_DECLARE(uart_##id, \"v,uart-\" #id, init)\nCLOCK(2);\n")]
    [InlineData("#include \"names.h\"\nCLK_OF_DECLARE(uart, V_UART, init);\n")]
    [InlineData("#include <dt-bindings/v.h>\n{ .compatible = V_UART2 }\n")]
    [InlineData("#include \"none.h\"\n#include <linux/of.h>\n#define A 'it\n{ .compatible = (\"v,uart-2\") }\n")]
    public void Names_that_macros_put_together_are_found(string driver)
    {
        Put("linux/drivers/a.c", driver);
        Put("linux/drivers/names.h", "#ifndef NAMES\n#define V_UART \"v,uart-2\"\n#endif\nint compatible;\n");
        Put("linux/include/dt-bindings/v.h", "#define V_UART2 \"v,uart-2\"\n");
        Put("linux/drivers/b.c", "#define ID(x) { .compatible = \"v,\" x }\n/* ID(\"uart-2\") */ ID(\"other\")\n");
        Assert.Equal(
            "uart: /serial@4000  \"v,uart-2\", \"v,uart\"  drivers/a.c\n",
            Ran(0, "find", "board.dts", "--driver", "*", "--kernel", "linux").Out);
    }

    [Fact]
    public void Names_and_texts_cannot_command_the_terminal()
    {
        Put("hostile.dts", "/dts-v1/; / { n { compatible = \"a\\x1b[2Jb\"; status = \"x\\ny\"; }; };");
        Assert.Equal("/n (x?y)  \"a?[2Jb\"\n", Ran(0, "find", "hostile.dts", "--compatible", "*").Out);
    }

    private static string Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private List<JsonElement> Rows(params string[] arguments)
    {
        using var json = JsonDocument.Parse(Run([.. arguments, "--json"]).Out);
        return [.. json.RootElement.Clone().EnumerateArray()];
    }
}
