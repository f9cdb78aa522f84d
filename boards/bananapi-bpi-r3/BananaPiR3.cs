using static Bsp.Model.KernelFragment;

namespace Bsp.Boards;

/// <summary>Banana Pi R3, started from SD card or eMMC, and the smaller R3 Mini.</summary>
public static class BananaPiR3
{
    private const string R3 = "mediatek/mt7986a-bananapi-bpi-r3";

    private static readonly DeviceTree s_sd = Tree(R3, Sd) with { Name = R3 + "-sd" };
    private static readonly DeviceTree s_emmc = Tree(R3, Emmc) with { Name = R3 + "-emmc" };
    private static readonly DeviceTree s_mini = Tree(R3 + "-mini", Emmc + [Airoha("&phy0"), Airoha("&phy1")]) with
    {
        Compatibles = ["bananapi,bpi-r3mini", "mediatek,mt7986a"],
    };

    [Board]
    public static readonly Board Board = new()
    {
        Id = "bananapi-bpi-r3",
        Identity = new() { Vendor = "Banana Pi", Model = "BPI-R3", Compatibles = ["bananapi,bpi-r3", "mediatek,mt7986a"] },
        Soc = Filogic.Mt7986,
        Kernel = Y("REALTEK_PHY", "I2C_GPIO", "REGULATOR_GPIO") + M("AIR_EN8811H_PHY", "SENSORS_PWM_FAN"),
        DeviceTrees = [s_sd, s_emmc, s_mini],
        Console = new("ttyS0"),
        Disk = new() { Partitions = Filogic.Loaders + [new("en8811h_fw", 10.MiB(), new RawFile("en8811h-fw.bin"))] },
        Media = [Starting("sdcard", "sd", "sdmmc", s_sd, Empty), Starting("emmc", "emmc", "emmc", s_emmc, Y("SUPPORT_EMMC_BOOT"))],
        Infix = new()
        {
            Prompt = "Banana Pi R3",
            Help = "Banana Pi R3 and R3 Mini: routers with Wi-Fi 6 and SFP cages, based on MediaTek MT7986.",
            Packages =
            [
                "FEATURE_WIFI", "LINUX_FIRMWARE", "LINUX_FIRMWARE_MEDIATEK", "LINUX_FIRMWARE_MEDIATEK_MT7986",
                "LINUX_FIRMWARE_AIROHA_EN8811H", "LINUX_FIRMWARE_MEDIATEK_MT7916",
            ],
            Settings = new() { UsbPorts = [new("USB", "ssusb")] },
            UBootConfig = Filogic.UBoot
                + String("OF_LIST", "mt7986a-bpi-r3-sd mt7986a-bpi-r3-emmc mt7986a-bpi-r3-mini mt7986a-acer-connect-vero-w6m")
                + Y("PHY_AIROHA", "PHY_AIROHA_EN8811H", "PHY_AIROHA_FW_IN_MMC"),
            Environment =
            [
                new("bootcmd", "run ixboot"),
                new("ethprime", "eth0"),
                .. Filogic.Load.Variables,
                new("en8811h_fw_part", "0#en8811h_fw"),
                new("en8811h_fw_dm_dir", "EthMD32.dm.bin"),
                new("en8811h_fw_dsp_dir", "EthMD32.DSP.bin"),
                Families.Infix.Buttons.None,
            ],
            Disk = new("bpi-r3-#TARGET#") { Cfg = 128.MiB() },
            Guide = BananaPiR3Guide.Guide,
            Products =
            [
                new()
                {
                    Ports = [new("sfp1", Ethernet + "eth1")],
                    Quirks = [new("sfp1", "broken-autoneg"), new("sfp2", "broken-autoneg")],
                    FactoryConfig = Router(["lan1", "lan2", "lan3", "lan4"], ["sfp1", "sfp2"]),
                },
                new(s_mini.Compatibles[0])
                {
                    Ports = [new("lan", Ethernet + "eth0"), new("wan", Ethernet + "eth1")],
                    FactoryConfig = Router(["lan"], []),
                },
            ],
        },
    };

    private const string Ethernet = "/devices/platform/soc/15100000.ethernet/net/";

    private static FactoryConfig Router(Seq<FactoryInterface> lan, Seq<FactoryInterface> others) =>
        Families.Infix.Factory.Router("bpi-%m", "Banana Pi BPI-R3", lan + AccessPoints, others) with
        {
            Usb = ["USB", "USB2"],
            Radios = [new("radio0", "DE", "2.4GHz"), new("radio1", "DE", "5GHz")],
        };

    private static Seq<FactoryInterface> AccessPoints =>
    [
        Families.Infix.Factory.AccessPoint("wifi0-ap", "radio0", "Infix"),
        Families.Infix.Factory.AccessPoint("wifi1-ap", "radio1", "Infix5Ghz"),
    ];

    private static DeviceTree Tree(string name, Seq<DtNode> edits) =>
        DeviceTree.From(name + ".dts") with { Headers = ["dt-bindings/clock/mt7986-clk.h"], Edits = Common + edits };

    private static Seq<DtNode> Sd =>
        [new("/soc/mmc@11230000", new("bus-width", 4), new("max-frequency", 52_000_000), new("cap-sd-highspeed"), new("status", "okay"))];

    private static Seq<DtNode> Emmc =>
    [
        new(
            "/soc/mmc@11230000",
            new("bus-width", 8), new("max-frequency", 200_000_000),
            new("cap-mmc-highspeed"), new("mmc-hs200-1_8v"), new("mmc-hs400-1_8v"), new("hs400-ds-delay", 0x14014),
            new("non-removable"), new("no-sd"), new("no-sdio"), new("status", "okay"),
            new("#address-cells", 1), new("#size-cells", 0))
        {
            Nodes = [new("card@0", new("compatible", "mmc-card"), new("reg", 0)) { Nodes = [Calibration] }],
        },
    ];

    // The radios' calibration data: the partition "factory".
    private static DtNode Calibration => new("partitions", new DtProperty("compatible", "gpt-partitions"))
    {
        Nodes = [new("partition-factory", new DtProperty("partname", "factory")) { Nodes = [CalibrationData] }],
    };

    private static NvmemLayout CalibrationData => new(
        new NvmemCell("eeprom", 0, 0x1000) { Label = "eeprom_factory_wmac" },
        new NvmemCell("eeprom", 0xa0000, 0x1000) { Label = "eeprom_factory_pcie" });

    private static Seq<DtNode> Common =>
    [
        // The secure monitor of MediaTek's TF-A uses more than the kernel's tree reserves.
        new ReservedRegion("&secmon_reserved", 256.KiB()) { Address = 0x4300_0000 },
        new(
            "&pcie_port",
            new("clocks", new DtCells("clk40m"), new DtCells("topckgen", DtCell.Macro("CLK_TOP_PCIE_PHY_SEL"))),
            new("clock-names", "ref", "da_ref")),
        new("&cpu_thermal")
        {
            DeleteNodes = ["trips", "cooling-maps"],
            Nodes =
            [
                new("trips")
                {
                    Nodes =
                    [
                        Trip("cpu-trip-critical", "cpu_trip_critical", 90_000, "critical"),
                        Trip("cpu-trip-hot", "cpu_trip_hot", 80_000, "hot"),
                        Trip("cpu-trip-active-med", "cpu_trip_active_med", 60_000, "active"),
                        Trip("cpu-trip-active-low", "cpu_trip_active_low", 45_000, "active"),
                        Trip("cpu-trip-active-cool", "cpu_trip_active_cool", 40_000, "active"),
                    ],
                },
                new("cooling-maps")
                {
                    Nodes =
                    [
                        Cooling("60deg", 2, "cpu_trip_active_med"),
                        Cooling("45deg", 1, "cpu_trip_active_low"),
                        Cooling("40deg", 0, "cpu_trip_active_cool"),
                    ],
                },
            ],
        },
    ];

    private static DtNode Trip(string name, string label, uint millidegrees, string type) =>
        new(name, new("temperature", millidegrees), new("hysteresis", 2000), new("type", type)) { Label = label };

    private static DtNode Cooling(string degrees, uint state, string trip) =>
        new("map-cpu-" + degrees, new("cooling-device", new DtCells("fan", state, state)), new("trip", new DtCells(trip)));

    private static DtNode Airoha(string phy) => new(phy, new DtProperty("compatible", "ethernet-phy-id03a2.a411"));

    // The names that defconfigs and TF-A have for a medium.
    private static Medium Starting(string medium, string name, string device, DeviceTree tree, KernelFragment config) => new(medium)
    {
        Device = "mmc 0",
        Boot = new UBoot("mt7986a_bpir3_" + name) { Config = config, TrustedFirmware = Filogic.TrustedFirmware(device) },
        Infix = Families.Infix.FilogicBootloader.Create("bpi_r3_" + name) with { Environment = [new("fdtfile", tree.Blob)] },
    };
}
