using Bsp.Generators.Tests.Harness;

namespace Bsp.Generators.Tests.Diagnostics;

/// <summary>What boards change in a kernel's device tree, checked against the tree, each where it is written.</summary>
public sealed class DeviceTreeTests
{
    private const string Tree = """
        / {
        	aliases {
        		serial0 = &uart0;
        	};

        	soc@0 {
        		uart0: serial@9000000 {
        			compatible = "arm,pl011";
        			status = "disabled";
        		};

        		gpio0: gpio@9030000 {
        			compatible = "arm,pl061";

        			hog {
        				gpio-hog;
        			};
        		};
        	};
        };
        """;

    [Fact]
    public async Task A_label_that_the_tree_does_not_have_is_marked_alone_and_the_nearest_is_named() => Assert.Equal(
        ["'maker/model.dts' has no label 'uart00', so '&uart00' changes nothing; did you mean uart0?"],
        await BoardAsync("""new DtNode({|BSP4001:"&uart00"|}, new DtProperty("status", "okay"))"""));

    [Fact]
    public async Task A_label_that_a_cell_refers_to_is_one_of_the_tree_or_of_the_edits() => Assert.Equal(
        ["'maker/model.dts' with its edits has no label 'gpio1', which '/leds' refers to; did you mean gpio0?"],
        await BoardAsync(
            """
            new DtNode("/leds", new DtProperty("a", new DtCells("gpio0", 1)), new DtProperty("b", new DtCells({|BSP4001:"gpio1"|}, 1)), new DtProperty("c", new DtCells("later"))),
            new DtNode("/later") { Label = "later" }
            """));

    [Fact]
    public async Task The_label_of_a_device_is_looked_up() =>
        await BoardAsync("""new GpioLeds(new GpioLed(Gpio.Low({|BSP4001:"gpoi0"|}, 3)) { Color = LedColor.Green, Function = "status" })""");

    [Fact]
    public async Task A_path_that_a_cell_refers_to_exists() => Assert.Equal(
        ["'maker/model.dts' with its edits has no node '/soc@0/gpio@9030001', which '/leds' refers to: '/soc@0' has no 'gpio@9030001'; "
            + "did you mean gpio@9030000?"],
        await BoardAsync(
            """new DtNode("/leds", new DtProperty("a", new DtCells({|BSP4002:"/soc@0/gpio@9030001"|})), new DtProperty("b", """
            + """new DtCells("/soc@0/gpio@9030000")))"""));

    [Fact]
    public async Task A_node_is_not_put_into_one_that_would_be_made_up_for_it() => Assert.Equal(
        ["'maker/model.dts' has no node '/soc', and '/soc/leds' would make one that no driver looks for: '/' has no 'soc'"],
        await BoardAsync("""new DtNode({|BSP4003:"/soc/leds"|}), new DtNode("/soc@0/leds"), new DtNode("/leds")"""));

    [Fact]
    public async Task What_is_deleted_is_there() => Assert.Equal(
        [
            "'/soc@0/gpio@9030000' of 'maker/model.dts' has no node 'hogg' to delete; did you mean hog?",
            "'/soc@0/serial@9000000' of 'maker/model.dts' has no property 'statu' to delete; did you mean status?",
        ],
        await BoardAsync(
            """
            new DtNode("&gpio0") { DeleteNodes = [{|BSP4004:"hogg"|}, "hog"] },
            new DtNode("&uart0") { DeleteProperties = [{|BSP4004:"statu"|}, "status"] }
            """));

    [Fact]
    public async Task What_an_edit_deletes_is_not_there_for_those_after_it() => await BoardAsync(
        """
        new DtNode("/soc@0") { DeleteNodes = ["gpio@9030000"] },
        new DtNode({|BSP4001:"&gpio0"|})
        """);

    [Fact]
    public async Task Without_the_tree_it_is_said_that_nothing_is_checked()
    {
        var message = Assert.Single(await BoardAsync("""new DtNode("&nobody")""", "{|BSP4005:DeviceTree.From(\"maker/other.dts\") with|}"));
        Assert.Equal(
            "what is changed in 'maker/other.dts' of linux-6.12 is not checked here, for there is no "
            + "'artifacts/platform/linux-6.12/dt-arm64/maker/other.dts.snapshot'; './build.sh Restore --board all' makes it",
            message);
    }

    [Fact]
    public async Task A_tree_that_nothing_is_changed_in_needs_no_snapshot() =>
        await BoardAsync("", "DeviceTree.From(\"maker/other.dts\") with");

    [Theory]
    [InlineData("")]
    [InlineData("/dts-v1/;\n/ { a = <")]
    public async Task A_snapshot_that_cannot_be_read_is_said_to_be_so(string text)
    {
        var message = Assert.Single(
            await BoardAsync("""new DtNode("&nobody")""", "{|BSP4005:DeviceTree.From(\"maker/model.dts\") with|}", text));
        Assert.Contains(
            "'artifacts/platform/linux-6.12/dt-arm64/maker/model.dts.snapshot' cannot be read: ", message, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<string>> BoardAsync(
        string edits, string tree = "DeviceTree.From(\"maker/model.dts\") with", string snapshot = "/dts-v1/;\n" + Tree) =>
        Diagnose.MarksAsync(
            $$"""
            public static class Subject
            {
                [Board]
                public static readonly Board Board = Test.Shared.Base with
                {
                    Id = "a",
                    DeviceTrees = [{{tree}} { Edits = [{{edits}}] }],
                };
            }
            """,
            [Snapshot.Of(
                "config SMP\n\tbool \"p\"\n\nconfig SERIAL\n\tbool \"s\"\n\nconfig WATCHDOG\n\tbool "
                + "\"d\"\n\nconfig SOC_WDT\n\tbool \"w\"\n"),
                Snapshot.OfTree("maker/model.dts", snapshot)],
            ("Families.cs", Sources.Families), ("Distribution.cs", Sources.Distribution));
}
