using System.Globalization;
using Bsp.Artifacts.Infix;
using Bsp.Model;
using Bsp.Shared;

namespace Bsp.Artifacts.Checks.Boot;

/// <summary>
/// BSP5003 on Infix, where load addresses are variables of U-Boot and what is loaded has the size that it happens to have.
/// </summary>
internal sealed class InfixLoadAddresses : InfixCheck
{
    protected override IEnumerable<Finding> Check(Board board, InfixBoard infix, InfixDistribution distribution) =>
        InfixLoader.Of(board).SelectMany(loader => Check(board, infix, loader, distribution));

    private static IEnumerable<Finding> Check(Board board, InfixBoard infix, InfixLoader loader, InfixDistribution distribution)
    {
        var variables = new Dictionary<object, UBootVariable>(ReferenceComparer.Instance);
        foreach (var variable in InfixEnvironment.Of(infix, loader))
        {
            if (ReservedSize(variable.Name, infix, distribution) is { } size && Address(variable.Value) is { } address)
                variables[new LoadRegion(variable.Name, address, size)] = variable;
        }

        return LoadRegions.Overlaps(Seq<LoadRegion>.Of(variables.Keys.Cast<LoadRegion>()))
            .Select(finding => finding with { Subject = RecordOf(variables[finding.Subject], board) });
    }

    // Most boards have the addresses of their SoC.
    private static object RecordOf(UBootVariable variable, Board board) =>
        board.Soc.Load is { } load && load.Variables.Contains(variable) ? load : variable;

    // What sysboot loads; a device tree grows by the overlays that are applied to it.
    private static ByteSize? ReservedSize(string name, InfixBoard infix, InfixDistribution distribution) => name switch
    {
        "kernel_addr_r" => distribution.KernelRoom,
        "fdt_addr_r" or "fdtoverlay_addr_r" => 1.MiB(),
        "scriptaddr" or "pxefile_addr_r" => 64.KiB(),
        "ramdisk_addr_r" => infix.Disk?.Slot ?? 64.MiB(),
        _ => null,
    };

    // U-Boot's numbers are hexadecimal with or without a prefix.
    private static ulong? Address(string value) =>
        ulong.TryParse(
            value.StartsWith("0x", StringComparison.Ordinal) ? value.Substring(2) : value, NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture, out var address)
            ? address
            : null;
}
