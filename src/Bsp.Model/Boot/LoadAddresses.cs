using System.Globalization;

namespace Bsp.Model;

/// <summary>Where U-Boot puts what it loads, on every board with a chip. The regions may not overlap (BSP5003).</summary>
public sealed record LoadAddresses
{
    /// <summary>The uncompressed kernel: its load and entry address, and the most it may take including its bss.</summary>
    public required LoadRegion Kernel { get; init; }

    /// <summary>The signed FIT as a Debian distribution's boot script reads it from the slot.</summary>
    public LoadRegion? Fit { get; init; }

    /// <summary>The environment file with the counters of a Debian distribution.</summary>
    public LoadRegion? Environment { get; init; }

    /// <summary>The device tree; null where U-Boot's own default stays.</summary>
    public ulong? DeviceTree { get; init; }

    /// <summary>Scripts; null where U-Boot's own default stays.</summary>
    public ulong? Script { get; init; }

    /// <summary>The initial RAM disk; null where U-Boot's own default stays.</summary>
    public ulong? Ramdisk { get; init; }

    /// <summary>All regions that have a size.</summary>
    public Seq<LoadRegion> All => Seq<LoadRegion>.Of(new[] { Kernel, Fit, Environment }.OfType<LoadRegion>());

    /// <summary>
    /// The addresses as the variables that U-Boot's commands read (U-Boot, doc/usage/environment.rst, "Image locations"), the lowest first.
    /// </summary>
    public Seq<UBootVariable> Variables => Seq<UBootVariable>.Of(
        new[] { ("kernel_addr_r", Kernel.Address), ("fdt_addr_r", DeviceTree), ("scriptaddr", Script), ("ramdisk_addr_r", Ramdisk) }
            .Where(named => named.Item2 is not null)
            .OrderBy(named => named.Item2)
            .Select(named => new UBootVariable(named.Item1, "0x" + named.Item2!.Value.ToString("x8", CultureInfo.InvariantCulture))));
}

/// <summary>A stretch of memory.</summary>
/// <param name="Name">What is loaded there.</param>
/// <param name="Address">The physical address of its first byte.</param>
/// <param name="Size">The most it may take.</param>
public sealed record LoadRegion(string Name, ulong Address, ByteSize Size)
{
    /// <summary>The address behind its last byte.</summary>
    public ulong End => checked(Address + (ulong)Size.Bytes);
}
