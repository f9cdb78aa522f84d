using Bsp.Artifacts.Infix;
using Bsp.Model;

namespace Bsp.Artifacts.Checks.Boot;

/// <summary>BSP5010: first stages, U-Boot's defconfig and the bootloader's name are for the medium that it is written to.</summary>
internal sealed class BootMedia : InfixCheck
{
    // Words of defconfigs, and values of BOOT_DEVICE in MediaTek's fork of TF-A.
    private static readonly Dictionary<string, string> Media = new(StringComparer.Ordinal)
    {
        ["sd"] = Medium.SdCard,
        ["sdcard"] = Medium.SdCard,
        ["sdmmc"] = Medium.SdCard,
        ["emmc"] = Medium.Emmc,
        ["nor"] = Medium.SpiNor,
        ["spinor"] = Medium.SpiNor,
        ["snand"] = "spi-nand",
        ["spinand"] = "spi-nand",
    };

    protected override IEnumerable<Finding> Check(Board board, InfixBoard infix, InfixDistribution distribution) =>
        from loader in InfixLoader.Of(board)
        from named in Named(loader)
        where named.Medium != loader.Medium.Name
        select new Finding(
            Rules.OtherMedium, loader.Medium,
            $"the bootloader '{loader.Name}' is for the medium '{loader.Medium.Name}', but its {named.What} is for '{named.Medium}'; "
            + $"give it the one for '{loader.Medium.Name}', or change the medium's name");

    private static IEnumerable<(string What, string Medium)> Named(InfixLoader loader)
    {
        if (loader.UBoot?.TrustedFirmware is { } firmware)
        {
            foreach (var variable in firmware.Variables.Where(variable => variable.StartsWith("BOOT_DEVICE=", StringComparison.Ordinal)))
            {
                if (Media.TryGetValue(variable.Substring("BOOT_DEVICE=".Length), out var medium))
                    yield return ($"TF-A with '{variable}'", medium);
            }
        }

        if (MediumIn(loader.UBoot?.Defconfig) is { } ofUBoot)
            yield return ($"U-Boot defconfig '{loader.UBoot!.Defconfig}'", ofUBoot);
        if (MediumIn(loader.Name) is { } ofName)
            yield return ("name", ofName);
    }

    private static string? MediumIn(string? name) =>
        name?.Split('_', '-').Select(word => Media.TryGetValue(word, out var medium) ? medium : null)
            .LastOrDefault(medium => medium is not null);
}
