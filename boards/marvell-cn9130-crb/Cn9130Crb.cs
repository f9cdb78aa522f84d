using static Bsp.Model.KernelFragment;

namespace Bsp.Boards;

/// <summary>Marvell's reference board for CN9130, started from SPI flash.</summary>
public static class Cn9130Crb
{
    private const string Irq = "dt-bindings/interrupt-controller/irq.h";

    [Board]
    public static readonly Board Board = new()
    {
        Id = "marvell-cn9130-crb",
        Identity = new() { Vendor = "Marvell", Model = "CN9130-CRB", Compatibles = ["marvell,cn9130", .. Armada.Ap807] },
        Soc = Armada.Cn9130,
        DeviceTrees = [DeviceTree.From("marvell/cn9130-crb.dtsi") with { Name = "marvell/cn9130-crb-A", Headers = [Irq], Edits = Edits }],
        Console = new("ttyS0"),
        Media =
        [
            new("spi-nor")
            {
                Device = "mmc 1",
                Boot = new UBoot("mvebu_crb_cn9130") { TrustedFirmware = Armada.TrustedFirmware("t9130") },
                Infix = Families.Infix.Cn9130Bootloader.Create("cn9130_crb") with { UBootVersion = "2023.07.02" },
            },
        ],
        Infix = new()
        {
            ShortName = "cn9130-crb",
            Help = "Customer Reference Board for CN9130",
            Packages = Armada.Packages,
            Settings = new() { UsbPorts = [new("USB", "cp0_usb3_1")] },
            UBootConfig = Y("MVEBU_SPI_BOOT", "ENV_IS_NOWHERE") + N("ENV_IS_IN_MMC"),
            Environment =
            [
                // Bit 0 of a register of the power controller switches the card's supply on.
                new(
                    "bootcmd",
                    "\nsetexpr.b pwrctl *0xf2780029\nsetexpr pwrctl ${pwrctl} \"|\" 1\nmw.b 0xf2780029 ${pwrctl}\n\nrun ixboot\n"),
                new("ethprime", "eth1"),
                Families.Infix.Buttons.None,
            ],
            Guide = Cn9130CrbGuide.Guide,
        },
    };

    private static Seq<DtNode> Edits =>
    [
        new("/", new DtProperty("model", "Marvell Armada CN9130-CRB-A")),
        new("&cp0_usb3_0", new("status", "okay"), new("usb-phy", new DtCells("cp0_usb3_0_phy0")), new("phy-names", "usb")),
        new("&cp0_usb3_1", new("status", "okay"), new("usb-phy", new DtCells("cp0_usb3_0_phy1")), new("phy-names", "usb")),
        new(
            "&cp0_pcie0",
            new("num-lanes", 4), new("num-viewport", 8), new("status", "okay"),
            new("iommu-map", Iommu(0, 0x480), Iommu(0x100, 0x4a0), Iommu(0x200, 0x4c0)), new("iommu-map-mask", 0x031f),
            new("phys", new DtCells("cp0_comphy0", 0, "cp0_comphy1", 0, "cp0_comphy2", 0, "cp0_comphy3", 0))),
        new("&cp0_eth2", new("status", "okay"), new("phy-mode", "2500base-x")),
        Cp115.Pins("cp0_expander0_pins", "cp0-expander-pins-0", "gpio", ["mpp39"]),
        new(
            "&expander0",
            new("pinctrl-names", "default"), new("pinctrl-0", new DtCells("cp0_expander0_pins")),
            new("interrupt-parent", new DtCells("cp0_gpio2")), new("interrupts", new DtCells(7, DtCell.Macro("IRQ_TYPE_LEVEL_LOW"))),
            new("interrupt-controller"), new("#interrupt-cells", 2), new("microchip,irq-mirror")),
    ];

    // The devices of 32 requesters, and their streams.
    private static DtCells Iommu(uint requester, uint stream) => new(requester, "smmu", stream, 0x20);
}
