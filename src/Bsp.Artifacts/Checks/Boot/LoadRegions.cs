using Bsp.Model;

namespace Bsp.Artifacts.Checks.Boot;

/// <summary>BSP5003, BSP5005 and BSP5008: what U-Boot loads does not overwrite what it has loaded before.</summary>
internal sealed class LoadRegions : DebianCheck
{
    // Documentation/arch/arm64/booting.rst, "Call the kernel image": 2 MiB aligned base.
    private const ulong Arm64Alignment = 0x20_0000;

    protected override IEnumerable<Finding> Check(BootableBoard board, DebianDistribution distribution)
    {
        if (board.Boot is not UBoot || board.Soc.Load is not { } load)
            return [];
        return Overlaps(load.All).Concat(Alignment(board, load.Kernel)).Concat(Sizes(board, distribution, load));
    }

    /// <summary>BSP5003: what is wrong with where regions lie.</summary>
    internal static IEnumerable<Finding> Overlaps(Seq<LoadRegion> regions)
    {
        var ordered = regions.OrderBy(region => region.Address).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            var lower = ordered[i];
            // Differences instead of ends: an end may lie beyond 64 bits.
            foreach (var upper in ordered.Skip(i + 1).Where(upper => upper.Address - lower.Address < (ulong)lower.Size.Bytes))
            {
                yield return new(
                    Rules.LoadOverlap, upper,
                    $"'{upper.Name}' ({upper.Address.Hex()}, {upper.Size}) overlaps '{lower.Name}' ({lower.Address.Hex()}, "
                    + $"{lower.Size}) and would be overwritten or overwrite it; leave {lower.Size} between their addresses");
            }

            if (ulong.MaxValue - lower.Address < (ulong)lower.Size.Bytes)
            {
                yield return new(
                    Rules.LoadOverlap, lower,
                    $"'{lower.Name}' ({lower.Address.Hex()}, {lower.Size}) ends beyond 64 bits of address; move it down");
            }
        }
    }

    private static IEnumerable<Finding> Alignment(BootableBoard board, LoadRegion kernel)
    {
        if (board.Soc.Architecture.KernelArch == "arm64" && kernel.Address % Arm64Alignment != 0)
        {
            yield return new(
                Rules.LoadAlignment, kernel,
                $"the kernel's address {kernel.Address.Hex()} is not a multiple of 2 MiB, and an arm64 kernel does not start there; "
                + $"write {(kernel.Address / Arm64Alignment * Arm64Alignment).Hex()}");
        }
    }

    private static IEnumerable<Finding> Sizes(BootableBoard board, DebianDistribution distribution, LoadAddresses load)
    {
        if (load.Environment is { } environment && environment.Size < distribution.Update.EnvironmentSize)
        {
            yield return new(
                Rules.LoadTooSmall, environment,
                $"'{environment.Name}' has room for {environment.Size}, but the environment file has "
                + $"{distribution.Update.EnvironmentSize}; give it {distribution.Update.EnvironmentSize}");
        }

        foreach (var partition in distribution.Layout.ApplyTo(board).Partitions)
        {
            if (partition.Content is SlotBoot && load.Fit is { } fit && fit.Size < partition.Size)
            {
                yield return new(
                    Rules.LoadTooSmall, fit,
                    $"'{fit.Name}' has room for {fit.Size}, but partition '{partition.Name}' can hold a FIT of {partition.Size}; "
                    + $"give it {partition.Size}");
            }
        }
    }
}
