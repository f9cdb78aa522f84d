using static Bsp.Model.KernelFragment;

namespace Bsp.Boards.Families;

/// <summary>Microchip's SparX-5: a switch with two Cortex-A53.</summary>
public static class Sparx5
{
    public static readonly Soc Soc = new()
    {
        Name = "sparx5",
        Architecture = Architectures.Aarch64,
        Kernel = Y("ARCH_SPARX5", "SERIAL_8250_DW", "PINCTRL_OCELOT", "PINCTRL_MICROCHIP_SGPIO", "MMC_SDHCI_OF_SPARX5")
            + Y("I2C_DESIGNWARE_CORE", "MUX_MMIO", "SPI_MUX", "MDIO_MSCC_MIIM", "SPARX5_SWITCH", "SENSORS_SPARX5"),
    };
}
