using System.Globalization;

namespace Bsp.Model;

/// <summary>
/// Where U-Boot loads the kernel and what belongs to it, on every board with an SoC. The regions must not overlap (BSP5003).
/// </summary>
public sealed record LoadAddresses
{
    /// <summary>The uncompressed kernel: its load and entry address, and its maximum size including the bss.</summary>
    public required LoadRegion Kernel { get; init; }

    /// <summary>The signed FIT as a Debian distribution's boot script reads it from the slot.</summary>
    public LoadRegion? Fit { get; init; }

    /// <summary>The environment file with the counters of a Debian distribution.</summary>
    public LoadRegion? Environment { get; init; }

    /// <summary>The device tree; null for U-Boot's own default.</summary>
    public ulong? DeviceTree { get; init; }

    /// <summary>Scripts; null for U-Boot's own default.</summary>
    public ulong? Script { get; init; }

    /// <summary>The initial RAM disk; null for U-Boot's own default.</summary>
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

/// <summary>A region of memory.</summary>
/// <param name="Name">What is loaded there.</param>
/// <param name="Address">The physical address of its first byte.</param>
/// <param name="Size">Its maximum size.</param>
public sealed record LoadRegion(string Name, ulong Address, ByteSize Size)
{
    /// <summary>The address after its last byte.</summary>
    public ulong End => checked(Address + (ulong)Size.Bytes);
}
