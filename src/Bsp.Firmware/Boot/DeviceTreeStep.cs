using System.Text;
using Bsp.Build;
using Bsp.Build.Steps;
using Bsp.DeviceTrees;
using Bsp.DeviceTrees.Bindings;
using Bsp.DeviceTrees.Checks;
using Bsp.Firmware.Boards;
using Bsp.Firmware.Images;
using Bsp.Firmware.Kernel;
using Bsp.Model;
using DeviceTree = Bsp.Model.DeviceTree;

namespace Bsp.Firmware.Boot;

/// <summary>
/// Compiles the board's device tree for the kernel: <c>board.dtb</c>. What dtc warns of in the board's own lines, and what the
/// kernel's bindings say about them, is in <c>warnings.txt</c>.
/// </summary>
/// <param name="target">The board.</param>
/// <param name="tree">What the board's device tree is.</param>
/// <param name="kernel">The kernel's source, with the trees of other people.</param>
/// <param name="bindings">That kernel's bindings, prepared: a <see cref="BindingsStep"/>.</param>
public sealed class DeviceTreeStep(ImageTarget target, DeviceTree tree, Step kernel, Step bindings) : Step("device tree " + target.Board.Id)
{
    /// <summary>The warnings in the output, a line each.</summary>
    public const string WarningsFileName = "warnings.txt";

    private readonly EmulatorTreeStep? _emulator = tree.Source == DeviceTreeSource.Emulator ? new(target.Board) : null;

    /// <inheritdoc/>
    public override string Kind => "device-tree";

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Needs => [(Step?)_emulator ?? kernel, bindings];

    private string FileName => target.Board.Id + ".dts";

    private string Source => target.Artifact(FileName);

    /// <inheritdoc/>
    public override void Describe(InputHasher inputs)
    {
        inputs.Text("source", Source);
        inputs.Text("architecture", target.Board.Soc.Architecture.KernelArch);
        // Changes with what this step, or the compiler, makes of the same source.
        inputs.Text("steps", "2");
    }

    /// <inheritdoc/>
    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        var folders = _emulator is null
            ? TreeSnapshotStep.Folders(context.OutputOf(kernel), target.Board.Soc.Architecture)
            : [context.OutputOf(_emulator)];
        // As the kernel's scripts/Makefile.lib does it (cmd_dtc).
        var compiled = DeviceTreeCompiler.Compile(FileName, new(new BoardFiles(FileName, Source)), new()
        {
            Preprocessor = new() { IncludeFolders = folders },
            IncludeFolders = folders,
            BootProcessor = 0,
            Checks = KernelWarnings.OfLevel(0),
        });
        if (compiled.Tree is null)
        {
            throw new BuildFailedException(
                $"the device tree of '{target.Board.Id}' has errors:\n"
                    + JoinLines(
                        compiled.Messages.Where(message => message.Severity == SourceSeverity.Error)
                            .Select(message => message.ToString())));
        }

        await File.WriteAllBytesAsync(
            Path.Combine(context.Output, "board.dtb"), BlobWriter.Write(compiled.Tree), cancel).ConfigureAwait(false);
        var warnings = compiled.Messages.Where(message => message.Position?.File == FileName).Select(message => message.ToString())
            .Concat(new BindingWarnings(FileName, await ValidateAsync(compiled.Tree, context, cancel).ConfigureAwait(false)).Lines);
        await File.WriteAllTextAsync(Path.Combine(context.Output, WarningsFileName), JoinLines(warnings), cancel).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<Finding>> ValidateAsync(DeviceTrees.DeviceTree compiled, StepContext context, CancellationToken cancel)
    {
        context.Report("checking it against the kernel's bindings");
        var prepared = Bindings.Read(
            await File.ReadAllBytesAsync(Path.Combine(context.OutputOf(bindings), BindingsStep.FileName), cancel).ConfigureAwait(false));
        return await Task.Run(() => new BindingValidator(prepared).Validate(compiled), cancel).ConfigureAwait(false);
    }

    private static string JoinLines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    // The board's source goes by its name, so that messages name the committed file and not a copy.
    private sealed class BoardFiles(string name, string text) : ISourceFolders
    {
        private readonly SourceFile _board = new(name, Encoding.UTF8.GetBytes(text));
        private readonly DiskSourceFiles _disk = new("/");

        public SourceFile? TryOpen(string path) => path == name ? _board : _disk.TryOpen(path);

        public IEnumerable<string> Headers(string folder) => _disk.Headers(folder);
    }
}
