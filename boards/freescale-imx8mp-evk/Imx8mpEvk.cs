using static Bsp.Model.KernelFragment;

namespace Bsp.Boards;

/// <summary>NXP's evaluation kit for i.MX 8M Plus, with the USB-C port that the kernel's tree leaves out.</summary>
public static class Imx8mpEvk
{
    [Board]
    public static readonly Board Board = new()
    {
        Id = "freescale-imx8mp-evk",
        Identity = new() { Vendor = "NXP", Model = "i.MX8MP EVK", Compatibles = ["fsl,imx8mp-evk", "fsl,imx8mp"] },
        Soc = Imx8m.Plus,
        Kernel = Y("REALTEK_PHY", "USB_DWC3_HOST", "TYPEC_MUX_GPIO_SBU")
            + M("INPUT_MOUSEDEV")
            + Y("INPUT_MOUSE", "TYPEC_TCPCI").Overriding().Because("keyboard and mouse on the USB-C port")
            + M("HID_GENERIC").Overriding().Because("keyboard and mouse on the USB-C port"),
        DeviceTrees = [DeviceTree.From("freescale/imx8mp-evk.dts") with { Headers = ["dt-bindings/usb/pd.h"], Edits = Pins + Usb + TypeC }],
        Console = new("ttymxc1"),
        Infix = new()
        {
            Help = "NXP i.MX8MP EVK",
            IsEnabled = false,
            Products = [new() { Quirks = [new("eth0", "phy-detached-when-down"), new("eth1", "broken-mqprio")] }],
        },
    };

    private static Seq<DtNode> Pins =>
    [
        new("&iomuxc")
        {
            Nodes =
            [
                Pin("typec1muxgrp", "pinctrl_typec_mux", "MX8MP_IOMUXC_SAI1_MCLK__GPIO4_IO20", 0x16),
                Pin("typec1grp", "pinctrl_typec", "MX8MP_IOMUXC_SAI1_TXD7__GPIO4_IO19", 0x1c4),
            ],
        },
    ];

    private static DtNode Pin(string name, string label, string pad, uint config) =>
        new(name, new DtProperty("fsl,pins", new DtCells(DtCell.Macro(pad), config))) { Label = label };

    private static Seq<DtNode> Usb =>
    [
        new(
            "&usb3_phy0",
            new("fsl,phy-tx-vref-tune", 0xe),
            new("fsl,phy-tx-preemp-amp-tune", 3),
            new("fsl,phy-tx-vboost-level", 5),
            new("fsl,phy-comp-dis-tune", 7),
            new("fsl,pcs-tx-deemph-3p5db", 0x21),
            new("fsl,phy-pcs-tx-swing-full", 0x7f),
            new("status", "okay")),
        new("&usb3_0", new DtProperty("status", "okay")),
        new(
            "&usb_dwc3_0",
            new("dr_mode", "otg"),
            new("hnp-disable"),
            new("srp-disable"),
            new("adp-disable"),
            new("usb-role-switch"),
            new("role-switch-default-mode", "none"),
            new("snps,dis-u1-entry-quirk"),
            new("snps,dis-u2-entry-quirk"),
            new("status", "okay"))
        {
            Nodes = [Graph.Port("usb3_drd_sw", "typec_dr_sw")],
        },
    ];

    private static Seq<DtNode> TypeC =>
    [
        new("&i2c2")
        {
            Nodes =
            [
                new(
                    "tcpc@50",
                    new("compatible", "nxp,ptn5110"),
                    new("reg", 0x50),
                    new("pinctrl-names", "default"),
                    new("pinctrl-0", new DtCells("pinctrl_typec")),
                    new("interrupt-parent", new DtCells("gpio4")),
                    new("interrupts", new DtCells(19, 8)))
                {
                    Label = "ptn5110",
                    Nodes = [Graph.Port("typec_dr_sw", "usb3_drd_sw"), Connector],
                },
            ],
        },
        new(
            "/gpio-sbu-mux",
            new("compatible", "gpio-sbu-mux"),
            new("pinctrl-names", "default"),
            new("pinctrl-0", new DtCells("pinctrl_typec_mux")),
            new("switch-gpios", new DtCells("gpio4", 20, DtCell.Macro("GPIO_ACTIVE_LOW"))),
            new("orientation-switch"))
        {
            Nodes = [Graph.Port("usb3_data_ss", "typec_con_ss")],
        },
    ];

    private static DtNode Connector => new(
        "connector",
        new("compatible", "usb-c-connector"),
        new("label", "USB-C"),
        new("power-role", "dual"),
        new("data-role", "dual"),
        new("try-power-role", "sink"),
        new("source-pdos", new DtCells(DtCell.Macro("PDO_FIXED(5000,3000,PDO_FIXED_USB_COMM)"))),
        new("sink-pdos", new DtCells(DtCell.Macro("PDO_FIXED(5000,3000,PDO_FIXED_USB_COMM)"), DtCell.Macro("PDO_VAR(5000,20000,3000)"))),
        new("op-sink-microwatt", 15_000_000),
        new("self-powered"))
    {
        Label = "usb_con",
        Nodes = [Graph.Ports([Graph.Port(1, "typec_con_ss", "usb3_data_ss")])],
    };
}
