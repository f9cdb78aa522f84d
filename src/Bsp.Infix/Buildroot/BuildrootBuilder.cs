using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bsp.Artifacts.Infix;
using Bsp.Build.Progress;
using Bsp.Build.Results;
using Bsp.Build.Steps;
using Bsp.Build.Storage;
using Bsp.Build;
using Bsp.Infix.Porting;
using Bsp.Model;

namespace Bsp.Infix.Buildroot;

/// <summary>
/// Makes images of boards with Infix's own build: Buildroot for system and bootloaders, <c>utils/mkimage.sh</c> for the disks.
/// </summary>
/// <param name="tree">Infix and Buildroot.</param>
/// <param name="settings">What holds for the whole build.</param>
/// <param name="console">Receives progress.</param>
/// <param name="project">All boards that are described for Infix.</param>
public sealed class BuildrootBuilder(InfixTree tree, BuildSettings settings, IBuildConsole console, IReadOnlyList<GeneratedBoard> project)
{
    /// <summary>Makes the images of boards, one for each medium, in <c>artifacts/images/</c>.</summary>
    /// <param name="boards">The boards.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The folder of each board.</returns>
    /// <exception cref="BuildFailedException">
    /// A release is asked for, the checkout does not contain what the boards generate, a board has no disk, or a build failed.
    /// </exception>
    public async Task<IReadOnlyList<string>> ImageAsync(IReadOnlyList<GeneratedBoard> boards, CancellationToken cancel)
    {
        if (settings.Release)
        {
            throw new BuildFailedException(
                "a release is not signed with development keys, and Infix's configurations of its architectures trust the one that "
                + "everybody has (IX_TRUSTED_KEYS_DEVELOPMENT); build without --release");
        }

        await RefuseOtherCheckoutAsync(boards, cancel).ConfigureAwait(false);
        using var runner = new StepRunner(new Store(settings.CacheFolder), settings, console);
        var disks = boards.Select(board => (Board: board, Steps: Disks(board.Board))).ToList();
        var built = await runner.RunAsync([.. disks.SelectMany(x => x.Steps)], cancel).ConfigureAwait(false);
        var repository = await Repository.OfAsync(settings.RepositoryRoot, cancel).ConfigureAwait(false);
        var folders = new List<string>();
        foreach (var (board, steps) in disks)
        {
            var folder = Path.Combine(settings.RepositoryRoot, "artifacts", "images", board.ResultName);
            var inputs = Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(steps.Select(step => runner.KeyOf(step).Hash + "\n")))));
            await new ResultFolder(folder).ReplaceAsync(
                steps.ToDictionary(step => step.FileName, step => Path.Combine(built[step], step.FileName), StringComparer.Ordinal),
                files => Manifest(board, repository, inputs, files),
                settings.SourceDateEpoch,
                cancel).ConfigureAwait(false);
            console.Note($"wrote {folder}");
            folders.Add(folder);
        }

        return folders;
    }

    // What is built is what is in the checkout: it has to be what the records say.
    private async Task RefuseOtherCheckoutAsync(IReadOnlyList<GeneratedBoard> boards, CancellationToken cancel)
    {
        var plan = await PortPlan.MakeAsync(
            new()
            {
                Checkout = tree.Folder,
                Project = project,
                BoardFolders = Path.Combine(settings.RepositoryRoot, "boards"),
                Boards = [.. boards.Select(board => board.Board.Id)],
                Force = true,
            },
            cancel).ConfigureAwait(false);
        if (plan.Changes.Count > 0)
        {
            throw new BuildFailedException(
                $"'{tree.Folder}' does not contain what the boards generate "
                + $"({string.Join(", ", plan.Changes.Select(x => x.Path).Take(5))}{(plan.Changes.Count > 5 ? ", …" : "")}); "
                + $"run './build.sh Port --board {string.Join(' ', boards.Select(x => x.Board.Id))} --to {tree.Folder}' first");
        }
    }

    private List<InfixDiskStep> Disks(Board board)
    {
        if (board.Infix is not { Disk: not null })
            throw new BuildFailedException($"no disk is described for '{board.Id}' on Infix: set Infix.Disk");
        var system = new BuildrootStep(tree, board.Soc.Architecture.Name);
        var loaders = board.Media.Where(medium => medium is { IsDisk: true, Infix: not null }).ToList();
        // What starts from flash of its own has the system on a card.
        return loaders.Count == 0
            ? [new(tree, board, Medium.SdCard, system, null)]
            : [.. loaders.Select(
                medium => new InfixDiskStep(
                    tree, board, medium.Name, system, new BuildrootStep(tree, InfixPaths.Boot(medium.Infix!.Name))))];
    }

    private Manifest Manifest(GeneratedBoard board, Repository repository, string inputs, IReadOnlyList<ManifestFile> files) => new()
    {
        Board = board.Board.Id,
        Distribution = board.Distribution.Id,
        // One system an architecture: what RAUC compares on Infix (IX_COMPATIBLE).
        Compatible = "infix-" + board.Board.Soc.Architecture.Name,
        Version = settings.Version,
        Date = DateTimeOffset.FromUnixTimeSeconds(settings.SourceDateEpoch).UtcDateTime
            .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        Revision = repository.Revision,
        Inputs = inputs,
        Files = files,
        Sources = [],
        HostPackages = new Dictionary<string, string>(),
        Keys = new Dictionary<string, string>(),
        DevelopmentKeys = true,
    };
}
