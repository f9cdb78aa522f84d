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
        Disk = Jh7110.Disk,
        Media =
        [
            new("sdcard")
            {
                Device = "mmc 1",
                Boot = Jh7110.UBoot("starfive_visionfive2"),
                Infix = Families.Infix.Jh7110Bootloader.Create("visionfive2"),
            },
        ],
        Infix = new()
        {
            ShortName = "visionfive2",
            Help = "StarFive VisionFive 2 v1.3B: a single-board computer with four RISC-V cores and two Gigabit Ethernet ports.",
            UBootConfig = Y("ENV_IS_NOWHERE") + N("MMC_PCI", "ENV_IS_IN_MMC"),
            Environment = [new("ethprime", "eth1"), Families.Infix.Buttons.None],
            Disk = new("visionfive2-sdcard") { Slot = 200.MiB(), Var = 512.MiB() },
            Guide = VisionFive2Guide.Guide,
        },
    };
}
