using Bsp.Build.Sources;
using Bsp.Build.Steps;
using Bsp.Firmware.Boards;
using Bsp.Firmware.Boot;
using Bsp.Firmware.Bundles;
using Bsp.Firmware.Images;
using Bsp.Firmware.Kernel;
using Bsp.Model;

namespace Bsp.Firmware.Engines;

/// <summary>The steps that make a board's firmware.</summary>
public sealed record FirmwareSteps
{
    /// <summary>The board, its distribution and its artifacts.</summary>
    public required ImageTarget Target { get; init; }

    /// <summary>Writes down what the kernel's Kconfig files say, for editors.</summary>
    public required KconfigSnapshotStep Kconfig { get; init; }

    /// <summary>Write down the kernel's device trees that the board extends, for editors.</summary>
    public required IReadOnlyList<TreeSnapshotStep> TreeSnapshots { get; init; }

    /// <summary>Compiles the kernel.</summary>
    public required Step Kernel { get; init; }

    /// <summary>Makes the bootloader's files.</summary>
    public required Step Loader { get; init; }

    /// <summary>Compiles the device tree; null for a board whose firmware has its own.</summary>
    public DeviceTreeStep? DeviceTree { get; init; }

    /// <summary>Makes the root filesystem.</summary>
    public required RootfsStep Rootfs { get; init; }

    /// <summary>Makes the root filesystem with its hash tree.</summary>
    public required VerityStep Root { get; init; }

    /// <summary>Makes what the slot's bootloader loads.</summary>
    public required Step Boot { get; init; }

    /// <summary>Makes the disk image.</summary>
    public required DiskStep Disk { get; init; }

    /// <summary>Makes the update bundle.</summary>
    public required BundleStep Bundle { get; init; }

    /// <summary>The files of the bootloader that are delivered beside the image, such as <c>u-boot.bin</c>.</summary>
    public required IReadOnlyList<string> LoaderFiles { get; init; }

    /// <summary>Every step that fetches sources.</summary>
    public IReadOnlyList<FetchStep> Fetches => [.. All().OfType<FetchStep>()];

    /// <summary>Every step, each once, needed ones before those that need them.</summary>
    public IReadOnlyList<Step> All()
    {
        List<Step> all = [];
        HashSet<Step> seen = [];
        void Visit(Step step)
        {
            if (!seen.Add(step))
                return;
            foreach (var need in step.Needs)
                Visit(need);
            all.Add(step);
        }

        Visit(Disk);
        Visit(Bundle);
        return all;
    }
}
