using static Bsp.Model.KernelFragment;

namespace Bsp.Boards;

/// <summary>StarFive's VisionFive 2, version 1.3B: a RISC-V computer with two Gigabit ports, started from SD card.</summary>
public static class VisionFive2
{
    [Board]
    public static readonly Board Board = new()
    {
        Id = "starfive-visionfive2",
        Identity = new() { Vendor = "StarFive", Model = "VisionFive 2", Compatibles = ["starfive,visionfive-2-v1.3b", "starfive,jh7110"] },
        Soc = Jh7110.Soc,
        DeviceTrees = [DeviceTree.From("starfive/jh7110-starfive-visionfive-2-v1.3b.dts")],
        Console = new("ttyS0") { Node = "serial0" },
        Infix = new()
        {
            ShortName = "visionfive2",
            Help = "StarFive VisionFive 2 v1.3B: a single-board computer with four RISC-V cores and two Gigabit Ethernet ports.",
            UBootConfig = Y("ENV_IS_NOWHERE") + N("MMC_PCI", "ENV_IS_IN_MMC"),
            Environment = [new("boot_targets", "mmc1"), new("ethprime", "eth1"), Families.Infix.Buttons.None],
            Bootloaders =
            [
                new("sdcard")
                {
                    Name = "visionfive2",
                    FirstStages = Jh7110.OpenSbi,
                    UBoot = "starfive_visionfive2",
                    UBootVersion = "2024.07",
                    Needs = ["DTC", "PYLIBFDT", "OPENSSL", "OPENSBI"],
                    Files = ["u-boot.itb"],
                    Spl = "spl/u-boot-spl.bin.normal.out",
                },
            ],
            Disk = new("visionfive2-sdcard") { Before = Jh7110.Loaders, Slot = 200.MiB(), Var = 512.MiB() },
            Guide = VisionFive2Guide.Guide,
        },
    };
}
