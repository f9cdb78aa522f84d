namespace Bsp.Boards;

/// <summary>Microchip's evaluation board for SparX-5i with 48 Gigabit ports, started from eMMC by a bootloader without PSCI.</summary>
public static class Sparx5Pcb135
{
    [Board]
    public static readonly Board Board = new()
    {
        Id = "microchip-sparx5-pcb135",
        Identity = new() { Vendor = "Microchip", Model = "SparX-5i PCB135", Compatibles = ["microchip,sparx5-pcb135", "microchip,sparx5"] },
        Soc = Sparx5.Soc,
        DeviceTrees =
        [
            DeviceTree.From("microchip/sparx5_pcb135_emmc.dts") with
            {
                Name = "microchip/sparx5_pcb135_emmc_no_psci",
                Edits =
                [
                    new("/") { DeleteNodes = ["psci"] },
                    new("&cpu0", new("enable-method", "spin-table"), new("cpu-release-addr", new DtCells(0, 0x0000fff8))),
                    new("&cpu1", new("enable-method", "spin-table"), new("cpu-release-addr", new DtCells(0, 0x0000fff8))),
                ],
            },
        ],
        Console = new("ttyS0"),
        Media =
        [
            new("emmc")
            {
                Boot = new UBoot("mscc_fireant_pcb135_emmc"),
                Infix = new("fireant")
                {
                    Processor = [BuildrootLine.Y("BR2_cortex_a72")],
                    UBootRepository = "https://github.com/kernelkit/u-boot.git",
                    UBootVersion = "c3d9cdcc7d9e3eb490d4036f5eece3fb91a2485c",
                    InstallsDeviceTree = false,
                    Packages = ["LIBBSD"],
                },
            },
        ],
        Infix = new()
        {
            Help = "Microchip's evaluation board for SparX-5i",
            IsEnabled = false,
            Guide = Sparx5Pcb135Guide.Guide,
        },
    };
}
