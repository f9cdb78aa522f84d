using Bsp.Model;
using static Bsp.Model.KernelFragment;

namespace Bsp.Artifacts.Tests.Samples;

/// <summary>A fictional board with everything that a record can state: raw gaps, a hybrid table, a kernel .dts and rich edits.</summary>
internal static class Rockchip
{
    private static readonly Soc Soc = new()
    {
        Name = "rk0000",
        Architecture = Bsp.Boards.Families.Architectures.Aarch64,
        Load = new()
        {
            Kernel = new("kernel", 0x0200_0000, 64.MiB()),
            Fit = new("fit", 0x1000_0000, 32.MiB()),
            Environment = new("environment", 0x0a00_0000, 1.MiB()),
        },
        Kernel = Y("ARCH_ROCKCHIP", "MMC", "MMC_DW", "MMC_DW_ROCKCHIP") + Y("SERIAL_8250_DW").Because("the console"),
    };

    public static readonly BootableBoard Board = new()
    {
        Id = "acme-router_2",
        Identity = new()
        {
            Vendor = "ACME \"Labs\"",
            Model = "Router 2 \\ \"Größe L\" $HOME ${PATH}",
            Compatibles = ["acme,router-2", "rockchip,rk0000"],
        },
        Soc = Soc,
        Kernel = String("DEFAULT_HOSTNAME", "a \"quoted\" \\ name") + Hex("PHYSICAL_START", 0x100_0000)
            + Y("NEW_LEDS", "LEDS_GPIO").Because("the front LEDs").Optionally()
            + Int("NR_CPUS", 4).Because("the chip has four").Overriding(),
        DeviceTrees = [DeviceTree.From("rockchip/rk0000-router.dts") with { Edits = Edits }],
        Console = new("ttyS2", Baud: 1_500_000) { Node = "serial2" },
        Watchdog = new("DW_WATCHDOG", TimeoutSeconds: 30),
        Disk = new()
        {
            Table = PartitionTable.Hybrid,
            Size = 400.MiB(),
            Raw =
            [
                new("idbloader", "idbloader.img", 32.KiB(), 8.MiB() - 32.KiB()),
                new("u-boot", "u-boot.itb", 8.MiB(), 8.MiB()),
            ],
            Partitions =
            [
                new("aux", 16.MiB(), new Filesystem(FilesystemUse.Aux, FilesystemType.Vfat))
                {
                    Offset = 16.MiB(),
                    MbrType = 0x0c,
                    Bootable = true,
                },
                new("primary-boot", 16.MiB(), new SlotBoot("primary")),
                new("primary", 96.MiB(), new SlotRoot("primary")) { Id = new("0f1e2d3c-4b5a-4978-8796-a5b4c3d2e1f0") },
                new("secondary-boot", 16.MiB(), new SlotBoot("secondary")),
                new("secondary", 96.MiB(), new SlotRoot("secondary")),
                new("splash", 1.MiB(), new RawFile("logo.bmp")) { Type = new("e3c9e316-0b5c-4db8-817d-f92df00215ae") },
                new("cfg", 16.MiB(), new Filesystem(FilesystemUse.Config, FilesystemType.Ext4)),
                new("var", 64.MiB(), new Filesystem(FilesystemUse.Var, FilesystemType.Ext4)),
            ],
        },
        Media = [new("sdcard") { Device = "mmc 1", Boot = new UBoot("router-rk0000") { Image = "u-boot.itb" } }],
    };

    private static Seq<DtNode> Edits =>
    [
        new("&uart2", new DtProperty("status", "okay"), new DtProperty("dmas")) { DeleteProperties = ["dma-names"] },
        new("/leds", new DtProperty("compatible", "gpio-leds"), new DtProperty("#size-cells", 0))
        {
            Label = "leds",
            Nodes =
            [
                new("led-0", new DtProperty("label", "router:\"sys\"\\\u0001f"), new DtProperty("gpios", new DtCells("&gpio0", 2, 0)))
                {
                    Label = "sys_led",
                },
                new("led-1", new DtProperty("gpios", new DtCells("/soc/gpio@fdd60000", 10, 1)), new DtProperty("default-state", "off")),
            ],
        },
        new("/soc/ethernet@fe010000",
            new DtProperty("local-mac-address", new DtBytes(0x02, 0x00, 0xab, 0, 0, 1)),
            new DtProperty("phy-handle", new DtCells("rgmii_phy")),
            new DtProperty("tx-delay", 0x24),
            new DtProperty("mixed", "a", new DtCells(1, 0xdead_beef), "b")),
        new("/soc", []) { DeleteNodes = ["usb@fd000000"] },
        new("/", new DtProperty("serial-number", "0")),
    ];
}
