using System.Collections.Concurrent;
using Bsp.Artifacts;
using Bsp.Firmware.Boards;
using Bsp.Firmware.Boot;
using Bsp.Firmware.Bundles;
using Bsp.Firmware.Grub;
using Bsp.Firmware.Images;
using Bsp.Firmware.Kernel;
using Bsp.Firmware.Keys;
using Bsp.Firmware.Sources;
using Bsp.Firmware.Steps;
using Bsp.Firmware.Userland;
using Bsp.Model;

namespace Bsp.Firmware.Engines;

/// <summary>Makes firmware from Debian's archive: kernel and bootloader compiled from source, the userland from binary packages.</summary>
/// <param name="lockFile">The pinned sources.</param>
/// <param name="settings">What holds for the whole build.</param>
/// <param name="keys">The keys that sign.</param>
public sealed class DebianEngine(LockFile lockFile, BuildSettings settings, KeySet keys) : IEngine
{
    private const string GrubSource = "grub-2.06";

    // Shared by all boards, so that each is described and shown once.
    private readonly ConcurrentDictionary<string, FetchStep> _fetches = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Step> _shared = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<GeneratedBoard, FirmwareSteps> _boards = new(ReferenceEqualityComparer.Instance);

    /// <inheritdoc/>
    public FirmwareSteps StepsFor(GeneratedBoard target) => _boards.GetOrAdd(target, pair => Compose(ImageTarget.Of(pair)));

    private FirmwareSteps Compose(ImageTarget target)
    {
        var (board, distribution) = (target.Board, target.Distribution);
        var architecture = board.Soc.Architecture;
        var source = Shared(distribution.KernelSource, fetch => new KernelSourceStep(fetch));
        var optional = KernelConfig.For(board, distribution).Requests.Where(merged => merged.Request.Optional).Select(merged => merged.Request.Symbol);
        var shared = distribution.SharesKernel(architecture);
        var kernel = new KernelStep(shared ? architecture.Name : board.Id, architecture, target.Artifact(ArtifactNames.LinuxDefconfig), optional.ToHashSet(StringComparer.Ordinal), source);

        var rootfs = new RootfsStep(
            target,
            Shared("userland-" + architecture.DebianArch, fetch => new PackagesStep(fetch)),
            RootFacts.Of(target, settings, keys.RaucKeyring),
            new DistributionFiles(target, settings.RepositoryRoot, settings.ExtraOverlays));
        var root = new VerityStep(board.Id, rootfs, Room<SlotRoot>(target));

        var chain = Chain(target, kernel, source, root);
        var disk = new DiskStep(
            target,
            new(root, chain.Slot, chain.Loader, Shared(Ext4Image.ToolSource, fetch => new PackagesStep(fetch)), chain.Counters),
            settings.SourceDateEpoch);
        var bundle = new BundleStep(target, root, chain.Slot, settings.Version, settings.SourceDateEpoch, new(keys.RaucCertificate, keys.RaucKey));
        return new()
        {
            Target = target,
            Kconfig = (KconfigSnapshotStep)_shared.GetOrAdd($"kconfig {distribution.KernelSource} {architecture.KernelArch}", _ => new KconfigSnapshotStep(architecture, source)),
            Trees =
            [
                .. board.DeviceTrees.Where(tree => tree.Source == DeviceTreeSource.Kernel).Select(tree => (TreeSnapshotStep)_shared.GetOrAdd(
                    $"tree {distribution.KernelSource} {architecture.KernelArch} {tree.Path}", _ => new TreeSnapshotStep(architecture, tree.Path, source))),
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

    private BootSteps Chain(ImageTarget target, KernelStep kernel, KernelSourceStep kernelSource, VerityStep root)
    {
        switch (target.Board.Boot)
        {
            case UBoot boot:
                var tree = target.Board.DeviceTree
                    ?? throw new BuildFailedException($"the board '{target.Board.Id}' is started by U-Boot and has no device tree; U-Boot hands one to the kernel: set Board.DeviceTree");
                var source = Shared(target.Distribution.UBootSource, fetch => new SourcePackageStep(fetch));
                var tools = (UBootToolsStep)_shared.GetOrAdd("tools " + target.Distribution.UBootSource, _ => new UBootToolsStep(source));
                var compiled = new DeviceTreeStep(target, tree, kernelSource, Bindings(kernelSource));
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
                    new GrubStep(target, boot, Shared(GrubSource, fetch => new PackagesStep(fetch)), keys),
                    new GrubSlotStep(target, kernel, root, keys),
                    new GrubCounters(target.Artifact(ArtifactNames.GrubEnvironment)),
                    [boot.RemovableName]);
            default:
                throw new BuildFailedException($"the boot chain '{target.Board.Boot?.GetType().Name}' of '{target.Board.Id}' is not one that this engine makes");
        }
    }

    private TrustedFirmwareStep? TrustedFirmware(ImageTarget target, UBoot boot)
    {
        if (boot.TrustedFirmware?.Platform is not { } platform)
            return null;
        var source = target.Distribution.TrustedFirmwareSource
            ?? throw new BuildFailedException($"the board '{target.Board.Id}' needs Trusted Firmware-A ('{platform}'), and the distribution '{target.Distribution.Id}' has no source of it: set DebianDistribution.TrustedFirmwareSource");
        return (TrustedFirmwareStep)_shared.GetOrAdd(
            $"{source} {platform}", _ => new TrustedFirmwareStep(platform, target.Board.Soc.Architecture, Shared(source, fetch => new SourcePackageStep(fetch))));
    }

    private BindingsStep Bindings(KernelSourceStep kernel) =>
        (BindingsStep)_shared.GetOrAdd("bindings of " + kernel.Name, _ => new BindingsStep(kernel, Shared(BindingsStep.SchemasSource, fetch => new PackagesStep(fetch))));

    private T Shared<T>(string source, Func<FetchStep, T> make)
        where T : Step =>
        (T)_shared.GetOrAdd(typeof(T).Name + " " + source, _ => make(_fetches.GetOrAdd(source, name => new FetchStep(lockFile, name))));

    // The slots are of equal size (BSP2006); should they not be, the smallest decides.
    private static ByteSize Room<T>(ImageTarget target)
        where T : Content =>
        target.Disk.Partitions.Where(partition => partition.Content is T).Select(partition => partition.Size).DefaultIfEmpty().Min();

    private sealed record BootSteps(Step Loader, Step Slot, SlotCounters Counters, IReadOnlyList<string> Files)
    {
        public DeviceTreeStep? Tree { get; init; }
    }
}
