namespace Bsp.Boards;

/// <summary>Marvell's ESPRESSObin in its five forms; the bootloader in its SPI flash is kept.</summary>
public static class EspressoBin
{
    private const string Bin = "globalscale,espressobin";

    [Board]
    public static readonly Board Board = new()
    {
        Id = "marvell-espressobin",
        Identity = new() { Vendor = "Marvell", Model = "ESPRESSObin", Compatibles = [Bin, .. Armada.Armada3720] },
        Soc = Armada.Armada37xx,
        DeviceTrees = [Tree("", []), Tree("-emmc", [Bin]), Tree("-v7", [Bin]), Tree("-v7-emmc", [Bin + "-v7", Bin]), Tree("-ultra", [])],
        Console = new("ttyMV0"),
        Infix = new()
        {
            Help = "Marvell ESPRESSObin",
            Packages = Armada.Packages,
            // The vendor's U-Boot reads ext4 but not squashfs.
            Disk = new("espressobin-#TARGET#") { Slot = null, RootFile = "rootfs.ext2", Cfg = 128.MiB() },
            Guide = EspressoBinGuide.Guide,
        },
    };

    private static DeviceTree Tree(string form, Seq<string> general) =>
        DeviceTree.From($"marvell/armada-3720-espressobin{form}.dts") with { Compatibles = [Bin + form, .. general, .. Armada.Armada3720] };
}
