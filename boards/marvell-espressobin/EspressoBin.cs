namespace Bsp.Boards;

/// <summary>Marvell's ESPRESSObin in its five forms; the bootloader in its SPI flash stays.</summary>
public static class EspressoBin
{
    [Board]
    public static readonly Board Board = new()
    {
        Id = "marvell-espressobin",
        Identity = new() { Vendor = "Marvell", Model = "ESPRESSObin", Compatibles = ["globalscale,espressobin", "marvell,armada3720", "marvell,armada3710"] },
        Soc = Armada.Armada37xx,
        DeviceTrees =
        [
            DeviceTree.From("marvell/armada-3720-espressobin.dts"),
            DeviceTree.From("marvell/armada-3720-espressobin-emmc.dts") with { Compatibles = ["globalscale,espressobin-emmc", "globalscale,espressobin", "marvell,armada3720", "marvell,armada3710"] },
            DeviceTree.From("marvell/armada-3720-espressobin-v7.dts") with { Compatibles = ["globalscale,espressobin-v7", "globalscale,espressobin", "marvell,armada3720", "marvell,armada3710"] },
            DeviceTree.From("marvell/armada-3720-espressobin-v7-emmc.dts") with { Compatibles = ["globalscale,espressobin-v7-emmc", "globalscale,espressobin-v7", "globalscale,espressobin", "marvell,armada3720", "marvell,armada3710"] },
            DeviceTree.From("marvell/armada-3720-espressobin-ultra.dts") with { Compatibles = ["globalscale,espressobin-ultra", "marvell,armada3720", "marvell,armada3710"] },
        ],
        Console = new("ttyMV0"),
        Infix = new()
        {
            Help = "Marvell ESPRESSObin",
            Packages = Armada.Packages,
            // The vendor's U-Boot reads ext4, no squashfs.
            Disk = new("espressobin-#TARGET#") { Slot = null, RootFile = "rootfs.ext2", Cfg = 128.MiB() },
            Guide = EspressoBinGuide.Guide,
        },
    };
}
