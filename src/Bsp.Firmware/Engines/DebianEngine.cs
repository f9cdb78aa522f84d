using System.Collections.Concurrent;
using Bsp.Artifacts;
using Bsp.Build.Sources;
using Bsp.Build.Steps;
using Bsp.Build;
using Bsp.Firmware.Boards;
using Bsp.Firmware.Boot;
using Bsp.Firmware.Bundles;
using Bsp.Firmware.Grub;
using Bsp.Firmware.Images;
using Bsp.Firmware.Kernel;
using Bsp.Firmware.Keys;
using Bsp.Model;

namespace Bsp.Firmware.Engines;

/// <summary>Makes firmware from Debian's archive: kernel and bootloader compiled from source, the userland from binary packages.</summary>
/// <param name="lockFile">The pinned sources.</param>
/// <param name="settings">What holds for the whole build.</param>
/// <param name="keys">The keys that sign.</param>
public sealed class DebianEngine(LockFile lockFile, FirmwareSettings settings, KeySet keys)
{
    // Shared by all boards, so that each is described and shown once.
    private readonly ConcurrentDictionary<string, FetchStep> _fetches = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Step> _shared = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<GeneratedBoard, FirmwareSteps> _boards = new(ReferenceEqualityComparer.Instance);

    /// <summary>The steps that make a board's firmware. Boards share steps that are the same.</summary>
    /// <exception cref="BuildFailedException">The board or the distribution is not one that this engine makes firmware for.</exception>
    public FirmwareSteps StepsFor(GeneratedBoard target) => _boards.GetOrAdd(target, pair => Compose(ImageTarget.Of(pair)));

    private FirmwareSteps Compose(ImageTarget target)
    {
        var (board, distribution) = (target.Board, target.Distribution);
        var architecture = board.Soc.Architecture;
        var source = Shared(distribution.KernelSource, fetch => new KernelSourceStep(fetch));
        var optional = KernelConfig.For(board, distribution).Requests
            .Where(merged => merged.Request.Optional)
            .Select(merged => merged.Request.Symbol.Value);
        var shared = distribution.SharesKernel(architecture);
        var kernel = new KernelStep(
            shared ? architecture.Name : board.Id, architecture, target.Artifact(ArtifactNames.LinuxDefconfig),
            optional.ToHashSet(StringComparer.Ordinal), source);

        var rootfs = new RootfsStep(
            target,
            Shared(distribution.Userland.SourceFor(architecture), fetch => new PackagesStep(fetch)),
            GeneratedRootFiles.Of(target, settings, keys.RaucKeyring),
            new DistributionFiles(target, settings.RepositoryRoot, settings.ExtraOverlays));
        var root = new VerityStep(board.Id, rootfs, MaximumSize<SlotRoot>(target));

        var chain = CreateBootChain(target, kernel, source, root);
        var disk = new DiskStep(
            target,
            new(root, chain.Slot, chain.Loader, Shared(Ext4Image.Tools.Name, fetch => new PackagesStep(fetch)), chain.Counters),
            settings.SourceDateEpoch);
        var bundle = new BundleStep(
            target, root, chain.Slot, settings.Version, settings.SourceDateEpoch, new(keys.RaucCertificate, keys.RaucKey));
        return new()
        {
            Target = target,
            Kconfig = (KconfigSnapshotStep)_shared.GetOrAdd(
                $"kconfig {distribution.KernelSource} {architecture.KernelArch}", _ => new KconfigSnapshotStep(architecture, source)),
            TreeSnapshots =
            [
                .. board.DeviceTrees.Where(tree => tree.Source == DeviceTreeSource.Kernel)
                    .Select(tree => (TreeSnapshotStep)_shared.GetOrAdd(
                        $"tree {distribution.KernelSource} {architecture.KernelArch} {tree.Path}",
                        _ => new TreeSnapshotStep(architecture, tree.Path, source))),
            ],
            Kernel = kernel,
            Loader = chain.Loader,
            DeviceTree = chain.Tree,
            Rootfs = rootfs,
            Root = root,
            Boot = chain.Slot,
            Disk = disk,
            Bundle = bundle,
            LoaderFiles = chain.Files,
        };
    }

    private BootSteps CreateBootChain(ImageTarget target, KernelStep kernel, KernelSourceStep kernelSource, VerityStep root)
    {
        switch (target.Board.Boot)
        {
            case UBoot boot:
                var tree = target.Board.DeviceTree
                    ?? throw new BuildFailedException(
                        $"the board '{target.Board.Id}' is started by U-Boot and has no device tree; U-Boot hands one to the kernel: "
                        + "set Board.DeviceTree");
                var source = Shared(target.Distribution.UBoot.Name, fetch => new SourcePackageStep(fetch));
                var tools = (UBootToolsStep)_shared.GetOrAdd("tools " + target.Distribution.UBoot.Name, _ => new UBootToolsStep(source));
                var compiled = new DeviceTreeStep(target, tree, kernelSource, Bindings(target.Distribution, kernelSource));
                var loader = new UBootStep(target, boot, source, tools, keys, TrustedFirmware(target, boot));
                return new(
                    loader,
                    new FitStep(target, VerifiedUBoot.Of(target.Board)!, kernel, compiled, root, tools, keys),
                    new UBootCounters(target.Distribution.Update, tools),
                    [.. loader.Files])
                {
                    Tree = compiled,
                };
            case GrubEfi boot:
                return new(
                    new GrubStep(target, boot, Shared(target.Distribution.Grub.Name, fetch => new PackagesStep(fetch)), keys),
                    new GrubSlotStep(target, kernel, root, keys),
                    new GrubCounters(target.Artifact(ArtifactNames.GrubEnvironment)),
                    [boot.RemovableName]);
            default:
                throw new BuildFailedException(
                    $"the boot chain '{target.Board.Boot?.GetType().Name}' of '{target.Board.Id}' is not one that this engine makes");
        }
    }

    private TrustedFirmwareStep? TrustedFirmware(ImageTarget target, UBoot boot)
    {
        if (boot.TrustedFirmware?.Platform is not { } platform)
            return null;
        var source = target.Distribution.TrustedFirmware?.Name
            ?? throw new BuildFailedException(
                $"the board '{target.Board.Id}' needs Trusted Firmware-A ('{platform}'), "
                + $"and the distribution '{target.Distribution.Id}' has no source of it: set DebianDistribution.TrustedFirmware");
        return (TrustedFirmwareStep)_shared.GetOrAdd(
            $"{source} {platform}",
            _ => new TrustedFirmwareStep(platform, target.Board.Soc.Architecture, Shared(source, fetch => new SourcePackageStep(fetch))));
    }

    private BindingsStep Bindings(DebianDistribution distribution, KernelSourceStep kernel) =>
        (BindingsStep)_shared.GetOrAdd(
            $"{distribution.Schemas.Name} {kernel.Name}",
            _ => new BindingsStep(kernel, Shared(distribution.Schemas.Name, fetch => new PackagesStep(fetch))));

    private T Shared<T>(string source, Func<FetchStep, T> make)
        where T : Step =>
        (T)_shared.GetOrAdd(typeof(T).Name + " " + source, _ => make(_fetches.GetOrAdd(source, name => new FetchStep(lockFile, name))));

    // The slots are of equal size (BSP2006); should they not be, the smallest decides.
    private static ByteSize MaximumSize<T>(ImageTarget target)
        where T : Content =>
        target.Disk.Partitions.Where(partition => partition.Content is T).Select(partition => partition.Size).DefaultIfEmpty().Min();

    private sealed record BootSteps(Step Loader, Step Slot, SlotCounters Counters, IReadOnlyList<string> Files)
    {
        public DeviceTreeStep? Tree { get; init; }
    }
}
