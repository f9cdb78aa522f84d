using Bsp.Build.Steps;

namespace Bsp.Firmware.Images;

/// <summary>The steps that make what is on a disk.</summary>
/// <param name="Root">Makes <c>root.img</c>.</param>
/// <param name="Boot">Makes <c>boot.img</c>.</param>
/// <param name="Loader">Makes the bootloader's files.</param>
/// <param name="Ext4Tools">The unpacked packages of <see cref="Ext4Image.Tools"/>.</param>
/// <param name="Counters">Writes the file in which the bootloader counts tries.</param>
public sealed record DiskParts(Step Root, Step Boot, Step Loader, Step Ext4Tools, SlotCounters Counters);
