using Bsp.Build;
using Bsp.Build.Steps;
using Bsp.Model;

namespace Bsp.Infix.Buildroot;

/// <summary>Puts system and bootloader together, with Infix's own <c>utils/mkimage.sh</c>.</summary>
/// <param name="tree">Infix.</param>
/// <param name="board">The board.</param>
/// <param name="medium">The medium: <c>sdcard</c> or <c>emmc</c>.</param>
/// <param name="system">Makes the system of the board's architecture.</param>
/// <param name="loader">Makes the board's bootloader; null where the vendor's stays.</param>
public sealed class InfixDiskStep(InfixTree tree, Board board, string medium, BuildrootStep system, BuildrootStep? loader)
    : Step($"disk {board.Id} {medium}")
{
    private const string Script = "utils/mkimage.sh";

    /// <summary>The image's name in the output.</summary>
    public string FileName => medium + ".img";

    /// <inheritdoc/>
    public override string Kind => "infix-disk";

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Needs => loader is null ? [system] : [system, loader];

    /// <inheritdoc/>
    public override void Describe(InputHasher inputs)
    {
        inputs.File(Script, Path.Combine(tree.Folder, Script));
        inputs.Tree("board", Path.Combine(tree.Folder, "board", board.Soc.Architecture.Name, board.Id));
        inputs.Text("board", board.Id);
        inputs.Text("medium", medium);
        inputs.Tool("genimage", "genimage");
        inputs.Tool("mke2fs", "e2fsprogs");
        inputs.Tool("mcopy", "mtools");
        inputs.Tool("mkdosfs", "dosfstools");
    }

    /// <inheritdoc/>
    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        // The script writes beside what it reads, so it gets a copy.
        var (root, boot) = (Path.Combine(context.Work, "root"), Path.Combine(context.Work, "boot"));
        await CopyAsync(system, root).ConfigureAwait(false);
        if (loader is not null)
            await CopyAsync(loader, boot).ConfigureAwait(false);
        string[] places = loader is null ? ["-r", root] : ["-b", boot, "-r", root];
        await context.Tools.RunAsync(
            Path.Combine(tree.Folder, Script), ["-o", .. places, "-t", medium, board.Id], workingDirectory: tree.Folder,
            environment: new Dictionary<string, string> { ["BR2_EXTERNAL_INFIX_PATH"] = tree.Folder },
            cancel: cancel).ConfigureAwait(false);
        var made = Directory.GetFiles(Path.Combine(loader is null ? root : boot, BuildrootStep.Images), $"*-{medium}.img");
        if (made is not [var image])
            throw new BuildFailedException($"{Script} made {made.Length} files '*-{medium}.img', one was expected");
        await context.Tools.RunAsync(
            "cp", ["--sparse=always", image, Path.Combine(context.Output, FileName)], cancel: cancel).ConfigureAwait(false);

        async Task CopyAsync(Step from, string to)
        {
            Directory.CreateDirectory(Path.Combine(to, "build"));
            await context.Tools.RunAsync(
                "cp", ["-a", "--reflink=auto", Path.Combine(context.OutputOf(from), BuildrootStep.Images), to],
                cancel: cancel).ConfigureAwait(false);
        }
    }
}
