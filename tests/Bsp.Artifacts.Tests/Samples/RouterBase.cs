namespace Bsp.Artifacts.Tests.Samples;

/// <summary>What the kernel would have as <c>rockchip/rk0000-router.dts</c>.</summary>
internal static class RouterBase
{
    public const string Path = "rockchip/rk0000-router.dts";

    public const string Source = """
        // SPDX-License-Identifier: (GPL-2.0+ OR MIT)
        /dts-v1/;
        #define OKAY "okay"
        / {
            #address-cells = <1>;
            #size-cells = <1>;
            model = "base";
            compatible = "base";
            aliases { serial2 = &uart2; };
            soc {
                #address-cells = <1>;
                #size-cells = <1>;
                ranges;
                uart2: serial@fe660000 { reg = <0xfe660000 0x100>; dma-names = "tx"; status = OKAY; };
                gpio0: gpio@fdd60000 { reg = <0xfdd60000 0x100>; gpio-controller; #gpio-cells = <2>; };
                ethernet@fe010000 { reg = <0xfe010000 0x100>; rgmii_phy: phy { }; };
                usb@fd000000 { reg = <0xfd000000 0x100>; };
            };
        };
        """;
}
