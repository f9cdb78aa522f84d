using static Bsp.Model.KernelFragment;

namespace Bsp.Boards.Families;

/// <summary>NXP's i.MX 8M family.</summary>
public static class Imx8m
{
    /// <summary>i.MX 8M Plus: four Cortex-A53, two Ethernet controllers of different makers.</summary>
    public static readonly Soc Plus = new()
    {
        Name = "imx8mp",
        Architecture = Architectures.Aarch64,
        Kernel = Y("ARCH_NXP", "ARCH_MXC", "FEC", "STMMAC_ETH", "DWMAC_IMX8")
            + Y("SERIAL_IMX", "SERIAL_IMX_CONSOLE", "I2C_IMX", "SPI_IMX", "PINCTRL_IMX8MP", "GPIO_MXC", "IMX2_WDT")
            + Y("MMC_SDHCI_OF_ESDHC", "MMC_SDHCI_ESDHC_IMX", "CLK_IMX8MP", "NVMEM_IMX_OCOTP")
            + Y("INTERCONNECT", "INTERCONNECT_IMX", "INTERCONNECT_IMX8MP", "ARM_IMX_BUS_DEVFREQ")
            + Y("NET_VENDOR_STMICRO").Overriding()
            + Y("DRM", "DRM_ETNAVIV", "DRM_IMX8MP_DW_HDMI_BRIDGE", "PHY_FSL_SAMSUNG_HDMI_PHY", "DRM_IMX8MP_HDMI_PVI", "DRM_IMX_LCDIF"),
    };
}
