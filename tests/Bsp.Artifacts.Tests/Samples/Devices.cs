using Bsp.Model;

namespace Bsp.Artifacts.Tests.Samples;

/// <summary>One of each device that the model knows, over a base that has what they refer to.</summary>
internal static class Devices
{
    /// <summary>The base.</summary>
    public const string Base = """
        /dts-v1/;
        / {
            #address-cells = <2>;
            #size-cells = <2>;
            chosen { };
            gpio0: gpio-controller { gpio-controller; #gpio-cells = <2>; };
            pio: pin-controller { gpio-controller; #gpio-cells = <3>; };
            vin: regulator-vin { };
            usb: usb { };
            mac: ethernet { };
            i2c0: i2c { };
            phy1: phy { };
            eeprom: eeprom { };
            flash: flash { };
            switch: switch { };
        };

        """;

    /// <summary>The devices.</summary>
    public static Seq<DtNode> Edits =>
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
            new GpioLed(Gpio.High("pio", 3, 17)) { Label = "wan_led", Function = "wan", Number = 1, Default = LedState.Off }),
        new GpioKeys(new GpioKey("reset", KeyCode.Restart, Gpio.Low("gpio0", 4)) { DebounceMilliseconds = 50, Wakes = true }),
        .. Others,
    ];

    /// <summary>The devices besides lights and buttons.</summary>
    public static Seq<DtNode> Others =>
    [
        new FixedRegulator("vcc-3v3", 3_300_000)
        {
            Label = "vcc_3v3",
            Enable = Gpio.High("gpio0", 5),
            StartupMicroseconds = 5000,
            Input = "vin",
            IsAlwaysOn = true,
            IsOnAtBoot = true,
        },
        new FixedRegulator("vcc-sd", 3_300_000) { Enable = Gpio.Low("gpio0", 6) },
        new("&flash")
        {
            Nodes =
            [
                new FixedPartitions(
                    new FixedPartition("env", 0x10_0000.Bytes(), 64.KiB()),
                    new FixedPartition("loader", ByteSize.Zero, 1.MiB()) { NodeName = "loader", IsReadOnly = true },
                    new FixedPartition("factory", 2.MiB(), 64.KiB())
                    {
                        Label = "factory",
                        Layout = new(
                            new NvmemCell("mac-address", 4, 6) { Label = "mac_base", IsMacBase = true },
                            new NvmemCell("calibration", 0x1000, 0x400) { Label = "calibration" }),
                    }),
            ],
        },
        new("&eeprom")
        {
            Nodes =
            [
                new NvmemLayout(new NvmemCell("mac-address") { Label = "onie_mac", IsMacBase = true }, new NvmemCell("serial-number"))
                {
                    IsOnieTlv = true,
                },
            ],
        },
        new ReservedMemory(
            new ReservedRegion("linux,cma", 64.MiB()) { Compatible = "shared-dma-pool", Properties = [new("reusable")] },
            new ReservedRegion("ramoops", 64.KiB())
            {
                Address = 0x1_4200_0000,
                Compatible = "ramoops",
                Properties = [new("record-size", 0x4000)],
            },
            new ReservedRegion("secmon", 192.KiB()) { Label = "secmon", Address = 0x4300_0000, IsUnmapped = true }),
        new ReservedRegion("&secmon", 256.KiB()) { Address = 0x4300_0000 },
        new SwitchPorts(
            "&switch",
            new SwitchPort(0, "wan") { Label = "port0", Phy = "phy1", Mode = "internal" },
            new SwitchPort(6) { Controller = "mac", Mode = "2500base-x", FixedSpeed = 2500 },
            new SwitchPort(9, "sfp")
            {
                Sfp = "sfp0",
                Mode = "10gbase-r",
                IsInBand = true,
                Mac = new("onie_mac", 2),
                Leds = [new(0, "lan", LedColor.Green, LedState.Keep)],
            },
            new SwitchPort(10) { Label = "port10", Links = ["port0"], Mode = "10gbase-r", FixedSpeed = 10_000 }),
        new SfpCage("sfp-0", "i2c0")
        {
            Label = "sfp0",
            Present = Gpio.Low("gpio0", 10) with { IsOpenDrain = true },
            SignalLoss = Gpio.High("gpio0", 11),
            TransmitOff = Gpio.High("gpio0", 12),
            TransmitFault = Gpio.High("gpio0", 13),
            ReceiveRate = Gpio.High("gpio0", 14),
            TransmitRate = Gpio.High("gpio0", 15),
            MaxMilliwatts = 3000,
        },
        new InfixSettings { FactoryPasswordHash = "$5$salt$hash", UsbPorts = [new("USB", "usb")], Vpds = ["eeprom"] },
    ];
}
