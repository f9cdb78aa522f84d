using Bsp.Build;
using Bsp.Build.Processes;
using Bsp.Build.Progress;
using Bsp.Build.Sources;
using Bsp.Build.Steps;
using Bsp.Build.Storage;
using Bsp.Kconfig.Conformance.Contract;
using Bsp.Kconfig.Conformance.SourceTrees;

namespace Bsp.Kconfig.Conformance.Oracle;

/// <summary>Unpacks trees, builds their conf and records for each architecture; all of it is kept in the store.</summary>
/// <param name="settings">Where the store is.</param>
/// <param name="console">Shows how it goes.</param>
internal sealed class OracleBuilder(BuildSettings settings, IBuildConsole console) : IDisposable
{
    private readonly StepRunner _runner = new(new Store(settings.CacheFolder), settings, console);
    private readonly ShellLibraryStep _library = new();

    /// <summary>The pinned sources.</summary>
    public LockFile Sources { get; } = LockFile.Load(settings.RepositoryRoot);

    /// <summary>A tree by its name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="folders">Folders of the caller by name, instead of pinned sources.</param>
    /// <exception cref="BuildFailedException">It cannot be had.</exception>
    public OracleTree Find(string name, IReadOnlyDictionary<string, string>? folders = null) =>
        TreeCatalog.Find(name, Sources, folders ?? new Dictionary<string, string>());

    /// <summary>Unpacks a tree.</summary>
    /// <returns>Its folder.</returns>
    /// <exception cref="BuildFailedException">It cannot be had.</exception>
    public async Task<string> UnpackAsync(OracleTree tree, CancellationToken cancel) =>
        tree.Source is { } source ? (await _runner.RunAsync([source], cancel).ConfigureAwait(false))[source] : tree.Folder!;

    /// <summary>Builds a tree's conf.</summary>
    /// <exception cref="BuildFailedException">It does not build.</exception>
    public async Task<Conf> ConfAsync(OracleTree tree, CancellationToken cancel)
    {
        if (tree.Kind.Program is { } program)
        {
            var library = (await _runner.RunAsync([_library], cancel).ConfigureAwait(false))[_library];
            return new(tree.Kind, ToolPaths.Find(program), Path.Combine(library, ShellLibraryStep.FileName));
        }

        var conf = new ConfStep(tree);
        var built = await _runner.RunAsync([conf, _library], cancel).ConfigureAwait(false);
        return new(
            tree.Kind, Path.Combine(built[conf], ConfStep.BuildFolder, tree.Kind.ConfPath),
            Path.Combine(built[_library], ShellLibraryStep.FileName));
    }

    /// <summary>Records for an architecture.</summary>
    /// <exception cref="BuildFailedException">The tree cannot be configured for it here.</exception>
    public async Task<OracleTarget> TargetAsync(OracleTree tree, string architecture, CancellationToken cancel)
    {
        var root = await UnpackAsync(tree, cancel).ConfigureAwait(false);
        if (tree.Kind.Program is not null)
            return await OfMachineAsync(tree, root, architecture, cancel).ConfigureAwait(false);
        var conf = new ConfStep(tree);
        var step = new EnvironmentStep(tree, architecture, conf, _library, settings.CacheFolder);
        var built = await _runner.RunAsync([step, conf], cancel).ConfigureAwait(false);
        var folder = built[step];
        var answers = Path.Combine(folder, EnvironmentStep.AnswersFile);
        var target = new KconfigTarget
        {
            Tree = tree.Name,
            Architecture = architecture,
            Root = root,
            RootFile = tree.Kind.RootFile,
            Environment = tree.Kind.Adapt(
                RecordedEnvironment.Read(Path.Combine(folder, EnvironmentStep.EnvironmentFile), root),
                Path.Combine(built[conf], ConfStep.BuildFolder)),
            ShellAnswers = ShellAnswers.Read(answers),
        };
        return new(tree, target, await ConfAsync(tree, cancel).ConfigureAwait(false), answers)
        {
            Mended = await MendedAsync(tree, root, cancel).ConfigureAwait(false),
        };
    }

    private async Task<OracleTarget> OfMachineAsync(OracleTree tree, string root, string architecture, CancellationToken cancel)
    {
        // Their files ask the shell nothing.
        var answers = Path.Combine(settings.CacheFolder, "kconfig-oracle", "no-answers");
        Directory.CreateDirectory(Path.GetDirectoryName(answers)!);
        await File.WriteAllBytesAsync(answers, ShellAnswers.None, cancel).ConfigureAwait(false);
        var target = new KconfigTarget
        {
            Tree = tree.Name,
            Architecture = architecture,
            Root = root,
            RootFile = tree.Kind.RootFile,
            Environment = tree.Kind.VariablesOf(root, architecture),
            ShellAnswers = ShellAnswers.Read(answers),
        };
        return new(tree, target, await ConfAsync(tree, cancel).ConfigureAwait(false), answers);
    }

    private async Task<Conf?> MendedAsync(OracleTree tree, string root, CancellationToken cancel)
    {
        if (!MendedConfStep.IsFor(root))
            return null;
        var mended = new MendedConfStep(tree, new ConfStep(tree));
        var built = await _runner.RunAsync([mended, _library], cancel).ConfigureAwait(false);
        return new(
            tree.Kind, Path.Combine(built[mended], MendedConfStep.FileName), Path.Combine(built[_library], ShellLibraryStep.FileName));
    }

    /// <inheritdoc/>
    public void Dispose() => _runner.Dispose();
}
