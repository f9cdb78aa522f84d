using System.Text;
using Bsp.Artifacts;
using Bsp.Boards;
using Bsp.Boards.Families.Reference;
using Bsp.Build.Progress;
using Bsp.DeviceTree.Bindings.Conformance;
using Bsp.Model;

namespace Bsp.DeviceTrees.Bindings.Tests;

/// <summary>The devices that board records are written with, against the bindings of the kernel that boards are built with.</summary>
public sealed class TypedDevicesTests
{
    // A board with what the devices refer to.
    private const string Base = """
        /dts-v1/;
        / {
            #address-cells = <2>;
            #size-cells = <2>;
            chosen { };
            memory@40000000 { device_type = "memory"; reg = <0x0 0x40000000 0x2 0x0>; };
            cpus {
                #address-cells = <1>;
                #size-cells = <0>;
                cpu@0 { device_type = "cpu"; compatible = "arm,cortex-a53"; reg = <0>; };
            };
            vin: regulator-vin { compatible = "regulator-fixed"; regulator-name = "vin"; };
            clk: clock { compatible = "fixed-clock"; #clock-cells = <0>; clock-frequency = <24000000>; };
            gic: interrupt-controller@8000000 {
                compatible = "arm,gic-v3";
                reg = <0x0 0x8000000 0x0 0x10000>, <0x0 0x80a0000 0x0 0xf60000>;
                interrupt-controller;
                #interrupt-cells = <3>;
            };
            gpio0: gpio@9030000 {
                compatible = "arm,pl061", "arm,primecell";
                reg = <0x0 0x9030000 0x0 0x1000>;
                interrupts-extended = <&gic 0 7 4>;
                interrupt-controller;
                #interrupt-cells = <2>;
                gpio-controller;
                #gpio-cells = <2>;
                clocks = <&clk>;
                clock-names = "apb_pclk";
            };
            pio: pin-controller { gpio-controller; #gpio-cells = <3>; };
            usb: usb@9100000 { compatible = "generic-xhci"; reg = <0x0 0x9100000 0x0 0x10000>; interrupts-extended = <&gic 0 8 4>; };
            mac: ethernet { };
            i2c0: i2c {
                #address-cells = <1>;
                #size-cells = <0>;
                eeprom: eeprom@50 { compatible = "atmel,24c02"; reg = <0x50>; };
            };
            spi {
                #address-cells = <1>;
                #size-cells = <0>;
                flash: flash@0 { compatible = "jedec,spi-nor"; reg = <0>; };
            };
            mdio {
                #address-cells = <1>;
                #size-cells = <0>;
                phy1: ethernet-phy@1 { reg = <1>; };
                switch: switch@0 { compatible = "marvell,mv88e6085"; reg = <0>; };
            };
        };

        """;

    private static Seq<DtNode> Devices =>
    [
        new GpioLeds(
            new GpioLed(Gpio.Low("gpio0", 3))
            {
                Color = LedColor.Green,
                Function = "status",
                Default = LedState.Keep,
                Trigger = "heartbeat",
                ShowsPanic = true,
            },
            new GpioLed(Gpio.High("pio", 3, 17))
            {
                Label = "wan_led",
                Color = LedColor.Amber,
                Function = "wan",
                Number = 1,
                Default = LedState.Off,
            }),
        new GpioKeys(
            new GpioKey("reset", KeyCode.Restart, Gpio.Low("gpio0", 4)) { DebounceMilliseconds = 50, Wakes = true },
            new GpioKey("WPS", KeyCode.Wps, Gpio.High("gpio0", 8))),
        .. Bsp.Artifacts.Tests.Samples.Devices.Others,
    ];

    [Fact]
    public async Task As_rendered_they_agree_with_the_bindings_of_the_boards_kernel()
    {
        using var log = new StringWriter();
        var run = await ConformanceRun.CreateAsync(
            SchemaRelease.All[SchemaRules.V2025.Version], new PlainConsole(log), TestContext.Current.CancellationToken);
        // The base lacks only what the devices bring.
        Assert.All(run.Validator.Validate(Compile([])), finding => Assert.Equal("/mdio/switch@0", finding.Node));
        // Infix's own node is the only thing that no binding knows.
        Assert.Equal(["/chosen: 'infix'"], run.Validator.Validate(Compile(Devices)).Select(Describe));
        // The same bindings do find what is wrong.
        Assert.Equal(
            ["leds-gpio.yaml"],
            run.Validator.Validate(
                Compile(
                    [new DtNode(
                        "/leds", new DtProperty("compatible", "gpio-leds")) { Nodes = [new DtNode("led-0", new DtProperty("color", 2))] }]))
                .Where(finding => finding.Node.StartsWith("/leds", StringComparison.Ordinal))
                .Select(finding => Path.GetFileName(finding.File))
                .Distinct(StringComparer.Ordinal));
    }

    private static string Describe(Finding finding) => finding is { Node: "/chosen", Keyword: "additionalProperties" }
        ? "/chosen: " + finding.Message.Split(' ')[0]
        : $"{finding.Position}: {finding.Node}:{string.Join(':', finding.Path)}: "
            + $"{finding.Message} {string.Join("; ", finding.Alternatives)} [{finding.File}]";

    private static DeviceTree Compile(Seq<DtNode> edits)
    {
        var board = QemuAarch64.Board with
        {
            Identity = QemuAarch64.Board.Identity with { Compatibles = ["linux,dummy-virt"] },
            DeviceTrees = [Model.DeviceTree.From("base.dts") with { Edits = edits }],
            Console = new("ttyAMA0"),
        };
        var source = ArtifactPlanner.Plan(board, ReferenceDistribution.Reference)
            .Single(file => file.Path.EndsWith(".dts", StringComparison.Ordinal));
        var compiled = DeviceTreeCompiler.Compile(
            source.Path, new(new Sources((source.Path, source.Text), ("base.dts", Base))), new() { Preprocessor = new() });
        return compiled.Tree ?? throw new InvalidOperationException(string.Join('\n', compiled.Messages));
    }

    private sealed class Sources(params (string Name, string Text)[] files) : ISourceFiles
    {
        private readonly Dictionary<string, SourceFile> _files = files.ToDictionary(
            file => file.Name, file => new SourceFile(file.Name, Encoding.UTF8.GetBytes(file.Text)), StringComparer.Ordinal);

        public SourceFile? TryOpen(string path) => _files.GetValueOrDefault(path);
    }
}
