using Bsp.Firmware.Images;
using Bsp.Firmware.Kernel;
using Bsp.Firmware.Steps;
using Bsp.Model;

namespace Bsp.Firmware.Boot;

/// <summary>Compiles the board's device tree for the kernel: <c>board.dtb</c>.</summary>
/// <param name="target">The board.</param>
/// <param name="tree">What the board's device tree is.</param>
/// <param name="kernel">The kernel's source, with the trees and bindings of other people.</param>
public sealed class DeviceTreeStep(GeneratedBoard target, DeviceTree tree, KernelSourceStep kernel) : Step("device tree " + target.Board.Id)
{
    private readonly EmulatorTreeStep? _emulator = tree.Source == DeviceTreeSource.Emulator ? new(target.Board) : null;

    /// <inheritdoc/>
    public override string Kind => "device-tree";

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Needs => [(Step?)_emulator ?? kernel];

    private string Source => RootFacts.Artifact(target, target.Board.Id + ".dts");

    /// <inheritdoc/>
    public override void Describe(InputHasher inputs)
    {
        inputs.Text("source", Source);
        inputs.Text("architecture", target.Board.Soc.Architecture.KernelArch);
        inputs.Tool("dtc", "device-tree-compiler");
        inputs.Tool("cpp", "cpp");
    }

    /// <inheritdoc/>
    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        var source = Path.Combine(context.Work, target.Board.Id + ".dts");
        await File.WriteAllTextAsync(source, Source, cancel).ConfigureAwait(false);
        var bases = _emulator is null ? KernelFolders(context.OutputOf(kernel)) : [context.OutputOf(_emulator)];
        // As the kernel's scripts/Makefile.lib does it (cmd_dtc).
        var expanded = source + ".tmp";
        await context.Tools.RunAsync(
            "cpp", ["-nostdinc", "-undef", "-D__DTS__", "-x", "assembler-with-cpp", .. bases.SelectMany(folder => new[] { "-I", folder }), "-o", expanded, source],
            cancel: cancel).ConfigureAwait(false);
        await context.Tools.RunAsync(
            "dtc", ["-I", "dts", "-O", "dtb", "-b", "0", .. bases.SelectMany(folder => new[] { "-i", folder }), "-o", Path.Combine(context.Output, "board.dtb"), expanded],
            cancel: cancel).ConfigureAwait(false);
    }

    private string[] KernelFolders(string sources) =>
        [Path.Combine(sources, "arch", target.Board.Soc.Architecture.KernelArch, "boot/dts"), Path.Combine(sources, "include"), Path.Combine(sources, "scripts/dtc/include-prefixes")];
}
