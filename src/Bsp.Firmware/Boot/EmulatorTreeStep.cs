using Bsp.Build.Steps;
using Bsp.DeviceTrees;
using Bsp.Firmware.Emulation;
using Bsp.Model;

namespace Bsp.Firmware.Boot;

/// <summary>The device tree of the machine that QEMU plays, as source: <c>emulator.dts</c>.</summary>
/// <param name="board">A board with an emulator.</param>
public sealed class EmulatorTreeStep(BootableBoard board) : Step("device tree of QEMU for " + board.Id)
{
    /// <summary>The name of the output.</summary>
    public const string FileName = "emulator.dts";

    /// <inheritdoc/>
    public override string Kind => "emulator-tree";

    /// <inheritdoc/>
    public override void Describe(InputHasher inputs)
    {
        inputs.Text("machine", string.Join(' ', Machine("x.dtb")));
        var program = QemuArguments.EmulatorOf(board).Program;
        inputs.Tool(program, Package(program));
        // Changes with the text that this step, or the writer of sources, makes of the same blob.
        inputs.Text("steps", "1");
    }

    /// <inheritdoc/>
    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        // With firmware QEMU plays a slightly different machine than without; which firmware does not matter.
        var firmware = Path.Combine(context.Work, "firmware.bin");
        await File.WriteAllBytesAsync(firmware, new byte[4096], cancel).ConfigureAwait(false);
        var blob = Path.Combine(context.Work, "emulator.dtb");
        await context.Tools.RunAsync(
            QemuArguments.EmulatorOf(board).Program,
            [.. Machine(blob), "-nodefaults", "-no-user-config", "-display", "none", "-bios", firmware],
            cancel: cancel).ConfigureAwait(false);
        var tree = BlobReader.Read(await File.ReadAllBytesAsync(blob, cancel).ConfigureAwait(false));
        await File.WriteAllTextAsync(Path.Combine(context.Output, FileName), SourceWriter.Write(tree), cancel).ConfigureAwait(false);
    }

    private IReadOnlyList<string> Machine(string blob) =>
        QemuArguments.Machine(board, "dumpdtb=" + blob.Replace(",", ",,", StringComparison.Ordinal), "dtb-randomness=off");

    // Debian has the ARM emulators in one package, and the others by family.
    private static string Package(string program) => program switch
    {
        "qemu-system-aarch64" or "qemu-system-arm" => "qemu-system-arm",
        "qemu-system-x86_64" or "qemu-system-i386" => "qemu-system-x86",
        _ => "qemu-system-misc",
    };
}
