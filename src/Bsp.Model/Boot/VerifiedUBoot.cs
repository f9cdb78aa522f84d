namespace Bsp.Model;

/// <summary>What a distribution of Debian's packages needs to know of a board that U-Boot boots; nothing is missing.</summary>
/// <param name="UBoot">U-Boot.</param>
/// <param name="Device">The disk as U-Boot's commands name it.</param>
/// <param name="Kernel">Where the kernel is decompressed to.</param>
/// <param name="Fit">Where the signed FIT is loaded.</param>
/// <param name="Environment">Where the counters are loaded.</param>
public sealed record VerifiedUBoot(UBoot UBoot, string Device, LoadRegion Kernel, LoadRegion Fit, LoadRegion Environment)
{
    /// <summary>Reads it from a board; null where U-Boot does not boot it.</summary>
    /// <exception cref="ModelException">U-Boot boots it, and something is missing.</exception>
    public static VerifiedUBoot? Of(BootableBoard board)
    {
        if (board is not { Medium: { Boot: UBoot uboot } medium })
            return null;
        var device = medium.Device
            ?? throw new ModelException(
                $"U-Boot does not know on which disk of '{board.Id}' the system is; state Device of the medium '{medium.Name}', "
                + "such as \"mmc 1\"");
        return board.Soc.Load is { Fit: { } fit, Environment: { } environment } load
            ? new(uboot, device, load.Kernel, fit, environment)
            : throw new ModelException(
                $"U-Boot does not know where to load kernel, FIT and environment to on the SoC '{board.Soc.Name}' of '{board.Id}'; "
                + "state Soc.Load with Kernel, Fit and Environment");
    }

    /// <summary>All regions.</summary>
    public Seq<LoadRegion> Load => [Kernel, Fit, Environment];
}
