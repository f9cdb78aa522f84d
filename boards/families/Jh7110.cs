using static Bsp.Model.KernelFragment;

namespace Bsp.Boards.Families;

/// <summary>StarFive's JH7110: four SiFive U74.</summary>
public static class Jh7110
{
    private const string Spl = "u-boot-spl.bin.normal.out";
    private const string Itb = "u-boot.itb";

    public static readonly Soc Soc = new()
    {
        Name = "jh7110",
        Architecture = Architectures.Riscv64,
        Kernel = Y("SOC_STARFIVE", "SIFIVE_CCACHE")
            + Y("CLK_STARFIVE_JH7110_AON", "CLK_STARFIVE_JH7110_ISP", "CLK_STARFIVE_JH7110_STG", "CLK_STARFIVE_JH7110_VOUT")
            + Y("CPUFREQ_DT", "SERIAL_8250_DW", "MMC_DW", "MMC_DW_STARFIVE", "STMMAC_ETH", "DWMAC_STARFIVE", "DW_AXI_DMAC")
            + Y("I2C_DESIGNWARE_PLATFORM", "SPI_PL022", "SPI_CADENCE_QUADSPI")
            + Y("PHY_STARFIVE_JH7110_DPHY_RX", "PHY_STARFIVE_JH7110_PCIE", "PHY_STARFIVE_JH7110_USB")
            + Y("USB_CDNS_SUPPORT", "USB_CDNS3", "USB_CDNS3_STARFIVE", "HW_RANDOM_JH7110", "SENSORS_SFCTEMP")
            + Y("SND_SOC_STARFIVE", "SND_SOC_JH7110_PWMDAC", "SND_SOC_JH7110_TDM", "VIDEO_STARFIVE_CAMSS"),
    };

    /// <summary>
    /// The boot ROM and U-Boot's first stage look for these types (U-Boot, doc/board/starfive/visionfive2.rst). Each is as large as its
    /// file.
    /// </summary>
    public static readonly DiskLayout Disk = new()
    {
        Partitions =
        [
            new("spl", ByteSize.Zero, new RawFile(Spl)) { Type = new("2e54b353-1271-4842-806f-e436d6af6985") },
            new("uboot", ByteSize.Zero, new RawFile(Itb)) { Type = new("bc13c2ff-59e6-4262-a352-b275fd6f7172") },
        ],
    };

    /// <summary>U-Boot, whose build packs OpenSBI into the image.</summary>
    /// <param name="defconfig">The board's defconfig.</param>
    public static UBoot UBoot(string defconfig) => new(defconfig) { Image = Itb, FirstStage = "spl/" + Spl };
}
