using Bsp.Build;
using Bsp.Build.Progress;
using Bsp.Build.Results;
using Bsp.Build.Sources;
using Bsp.Build.Steps;
using Bsp.Build.Storage;
using Bsp.Firmware.Boot;
using Bsp.Firmware.Bundles;
using Bsp.Firmware.Engines;
using Bsp.Firmware.Images;
using Bsp.Firmware.Kernel;
using Bsp.Firmware.Keys;
using Bsp.Firmware.Results;
using Bsp.Model;

namespace Bsp.Firmware;

/// <summary>Makes firmware from Debian's archive: each method is what a target of the build does.</summary>
public sealed class FirmwareBuilder : IDisposable
{
    private readonly FirmwareSettings _settings;
    private readonly IBuildConsole _console;
    private readonly LockFile _lock;
    private readonly DebianEngine _engine;
    private readonly StepRunner _runner;
    private readonly ManifestParts _manifests;

    private FirmwareBuilder(
        FirmwareSettings settings, IBuildConsole console, LockFile lockFile, DebianEngine engine, KeySet keys, Repository repository)
    {
        _settings = settings;
        _console = console;
        _lock = lockFile;
        _engine = engine;
        _runner = new StepRunner(new Store(settings.CacheFolder), settings, console);
        _manifests = new(_runner, settings, repository, keys);
    }

    /// <summary>Reads the lock file and the keys, and makes keys for development where there are none.</summary>
    /// <param name="settings">What holds for the whole build; <see cref="FirmwareSettings.OfMachineAsync"/> has the usual ones.</param>
    /// <param name="console">Receives progress.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="BuildFailedException">The lock file or the keys are not as they must be.</exception>
    public static async Task<FirmwareBuilder> OpenAsync(FirmwareSettings settings, IBuildConsole console, CancellationToken cancel)
    {
        var keys = await KeySet.OpenAsync(settings, cancel).ConfigureAwait(false);
        if (keys.IsDevelopment)
            console.Note($"signing with development keys from {keys.Folder}; set BSP_KEYS for others");
        var lockFile = LockFile.Load(settings.RepositoryRoot);
        return new(
            settings, console, lockFile, new DebianEngine(lockFile, settings, keys), keys,
            await Repository.OfAsync(settings.RepositoryRoot, cancel).ConfigureAwait(false));
    }

    /// <summary>Fetches every source, and writes what editors need to know about the kernels into <c>artifacts/platform/</c>.</summary>
    public async Task RestoreAsync(IReadOnlyList<GeneratedBoard> boards, CancellationToken cancel)
    {
        var steps = boards.Select(_engine.StepsFor).ToList();
        var built = await _runner.RunAsync(
            [.. steps.SelectMany(board => board.Fetches.Append<Step>(board.Kconfig).Concat(board.TreeSnapshots)).Distinct()],
            cancel).ConfigureAwait(false);
        var platform = new PlatformFolder(_settings.RepositoryRoot);
        foreach (var board in steps)
        {
            var source = _lock.Find(board.Target.Distribution.KernelSource);
            var architecture = board.Target.Board.Soc.Architecture.KernelArch;
            platform.Put(source, PlatformFolder.Kconfig(architecture), Path.Combine(built[board.Kconfig], KconfigSnapshotStep.FileName));
            foreach (var tree in board.TreeSnapshots)
                platform.Put(source, PlatformFolder.Tree(architecture, tree.Path), Path.Combine(built[tree], TreeSnapshotStep.FileName));
        }
    }

    /// <summary>Compiles the kernels.</summary>
    /// <returns>The folder in the store with the kernel, for each board.</returns>
    public Task<IReadOnlyList<string>> KernelAsync(IReadOnlyList<GeneratedBoard> boards, CancellationToken cancel) =>
        RunAsync(boards, steps => steps.Kernel, cancel);

    /// <summary>Makes the bootloaders.</summary>
    /// <returns>The folder in the store with the bootloader's files, for each board.</returns>
    public Task<IReadOnlyList<string>> BootloaderAsync(IReadOnlyList<GeneratedBoard> boards, CancellationToken cancel) =>
        RunAsync(boards, steps => steps.Loader, cancel);

    /// <summary>Makes the root filesystems with their hash trees.</summary>
    /// <returns>The folder in the store with <c>root.img</c> and <c>verity.json</c>, for each board.</returns>
    public Task<IReadOnlyList<string>> RootfsAsync(IReadOnlyList<GeneratedBoard> boards, CancellationToken cancel) =>
        RunAsync(boards, steps => steps.Root, cancel);

    /// <summary>Makes disk images with all that is delivered with them, in <c>artifacts/images/</c>.</summary>
    /// <returns>The folder of each board.</returns>
    public Task<IReadOnlyList<string>> ImageAsync(IReadOnlyList<GeneratedBoard> boards, CancellationToken cancel) => DeliverAsync(
        "images",
        boards,
        steps => [
            (DiskStep.FileName, steps.Disk), (BundleStep.FileName, steps.Bundle), .. steps.LoaderFiles.Select(file => (file, steps.Loader)),
        ],
        cancel);

    /// <summary>Makes update bundles alone, in <c>artifacts/bundles/</c>.</summary>
    /// <returns>The folder of each board.</returns>
    public Task<IReadOnlyList<string>> BundleAsync(IReadOnlyList<GeneratedBoard> boards, CancellationToken cancel) =>
        DeliverAsync("bundles", boards, steps => [(BundleStep.FileName, steps.Bundle)], cancel);

    /// <inheritdoc/>
    public void Dispose() => _runner.Dispose();

    private async Task<IReadOnlyList<string>> RunAsync(
        IReadOnlyList<GeneratedBoard> boards, Func<FirmwareSteps, Step> choose, CancellationToken cancel)
    {
        var goals = boards.Select(board => choose(_engine.StepsFor(board))).ToList();
        var built = await _runner.RunAsync(goals, cancel).ConfigureAwait(false);
        return [.. goals.Select(goal => built[goal])];
    }

    private async Task<IReadOnlyList<string>> DeliverAsync(
        string kind, IReadOnlyList<GeneratedBoard> boards, Func<FirmwareSteps, IReadOnlyList<(string Name, Step Step)>> choose,
        CancellationToken cancel)
    {
        var deliveries = boards.Select(board => (Board: board, Steps: _engine.StepsFor(board))).Select(pair => new Delivery(
            pair.Steps,
            choose(pair.Steps),
            Path.Combine(_settings.RepositoryRoot, "artifacts", kind, pair.Board.ResultName),
            _manifests.InputsOf(choose(pair.Steps)))).ToList();
        var stale = deliveries.Where(delivery => !new ResultFolder(delivery.Folder).IsUpToDate(delivery.Inputs, _settings.SourceDateEpoch))
            .ToList();
        foreach (var delivery in deliveries.Except(stale))
            _console.Note($"{delivery.Folder} is up to date");
        // All boards together: they share sources and cores.
        var built = await _runner.RunAsync(
            [.. stale.SelectMany(
                delivery => delivery.Results.Select(result => result.Step).Append(delivery.Steps.Root).Concat(Tree(delivery)))],
            cancel).ConfigureAwait(false);
        foreach (var delivery in stale)
        {
            foreach (var warning in Tree(delivery).SelectMany(
                tree => File.ReadLines(Path.Combine(built[tree], DeviceTreeStep.WarningsFileName))))
                _console.Note(warning);
            var verity = VerityParameters.Read(built[delivery.Steps.Root]);
            await new ResultFolder(delivery.Folder).ReplaceAsync(
                delivery.Results.ToDictionary(result => result.Name, result => Path.Combine(built[result.Step], result.Name)),
                files => _manifests.Make(delivery.Steps, delivery.Inputs, verity.Root, files),
                _settings.SourceDateEpoch,
                cancel).ConfigureAwait(false);
            _console.Note($"wrote {delivery.Folder}");
        }

        return [.. deliveries.Select(delivery => delivery.Folder)];
    }

    // Reported also when the tree comes from the store: its warnings hold until somebody fixes them.
    private static IEnumerable<Step> Tree(Delivery delivery) => delivery.Steps.DeviceTree is { } tree ? [tree] : [];

    private sealed record Delivery(FirmwareSteps Steps, IReadOnlyList<(string Name, Step Step)> Results, string Folder, string Inputs);
}
