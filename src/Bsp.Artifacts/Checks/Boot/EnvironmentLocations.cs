using System.Globalization;
using Bsp.Artifacts.Infix;
using Bsp.Model;

namespace Bsp.Artifacts.Checks.Boot;

/// <summary>BSP5011: U-Boot keeps its environment where it looks for slots, in a partition with the right filesystem.</summary>
internal sealed class EnvironmentLocations : InfixCheck
{
    protected override IEnumerable<Finding> Check(Board board, InfixBoard infix, InfixDistribution distribution) =>
        from loader in InfixLoader.Of(board)
        from type in new[] { FilesystemType.Ext4, FilesystemType.Vfat }
        from finding in Check(board, infix, loader, type, distribution)
        select finding;

    private static IEnumerable<Finding> Check(
        Board board, InfixBoard infix, InfixLoader loader, FilesystemType type, InfixDistribution distribution)
    {
        var name = type == FilesystemType.Ext4 ? "EXT4" : "FAT";
        var location = InfixEnvironment.Symbol(infix, loader, $"ENV_{name}_DEVICE_AND_PART");
        if (InfixEnvironment.Symbol(infix, loader, "ENV_IS_IN_" + name)?.Value != KconfigValue.Y
            || location?.Value.Text.Split(':') is not [var device, var part])
            yield break;
        var target = (InfixEnvironment.Symbol(infix, loader, $"ENV_{name}_INTERFACE")?.Value.Text ?? "mmc") + device;
        var targets = InfixEnvironment.Targets(board, infix, loader, distribution);
        // A target without a number is the interface's device 0 (Infix, board/common/uboot/scripts/ixpreboot.sh).
        if (device.Length > 0 && !targets.Contains(target) && !(device == "0" && targets.Contains(target.Substring(0, target.Length - 1))))
        {
            yield return new(
                Rules.EnvironmentElsewhere, location,
                $"the bootloader '{loader.Name}' keeps U-Boot's environment on '{target}' ('{location}'), "
                + $"but looks for slots on '{string.Join(" ", targets)}' (boot_targets); name the same device in both");
        }

        if (infix.Disk is not { } disk || distribution.LayoutOf(board) is not { } layout
            || !int.TryParse(part, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number))
            yield break;
        var partitions = layout.Partitions;
        var right = partitions.Select((partition, index) => (partition.Name, Number: index + 1, Fits: Fits(partition, type)))
            .Where(candidate => candidate.Fits)
            .ToList();
        if (right.TrueForAll(candidate => candidate.Number != number))
        {
            yield return new(
                Rules.EnvironmentElsewhere, location,
                $"the bootloader '{loader.Name}' keeps U-Boot's environment in partition {number.ToString(CultureInfo.InvariantCulture)} "
                + $"('{location}'), which "
                + $"{(number > 0 && number <= partitions.Count ? $"is '{partitions[number - 1].Name}'" : "the disk does not have")}; "
                + $"{Remedy(right, type)}",
                disk);
        }
    }

    // The first start makes var larger, a factory reset empties it and cfg.
    private static bool Fits(Partition partition, FilesystemType type) => partition.Content switch
    {
        Filesystem filesystem => filesystem.Use == FilesystemUse.Aux && filesystem.Type == type,
        LoaderFiles => type == FilesystemType.Vfat,
        _ => false,
    };

    private static string Remedy(List<(PartitionName Name, int Number, bool Fits)> right, FilesystemType type) => right.Count > 0
        ? $"write partition {right[0].Number.ToString(CultureInfo.InvariantCulture)}, '{right[0].Name}'"
        : $"the disk has no {type.ToString().ToLowerInvariant()} for it";
}
