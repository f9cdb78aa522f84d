using System.Buffers.Binary;
using Bsp.Artifacts.Disk;
using Bsp.Artifacts;
using Bsp.Build.Steps;
using Bsp.Firmware.Boards;
using Bsp.Firmware.Images;
using Bsp.Firmware.Kernel;
using Bsp.Firmware.Keys;
using Bsp.Model;

namespace Bsp.Firmware.Boot;

/// <summary>The signed FIT of a slot, as its boot partition holds it from the first byte: <c>boot.img</c>.</summary>
/// <param name="target">The board.</param>
/// <param name="boot">Its boot chain.</param>
/// <param name="kernel">The kernel.</param>
/// <param name="tree">The device tree.</param>
/// <param name="root">The root filesystem whose hash is signed.</param>
/// <param name="tools">U-Boot's tools.</param>
/// <param name="keys">The keys.</param>
public sealed class FitStep(
    ImageTarget target, VerifiedUBoot boot, KernelStep kernel, DeviceTreeStep tree, VerityStep root, UBootToolsStep tools, KeySet keys)
    : Step("signed boot image " + target.Board.Id)
{
    /// <inheritdoc/>
    public override string Kind => "fit";

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Needs => [kernel, tree, root, tools];

    private string KeyName => target.Distribution.Update.FitKey;

    /// <inheritdoc/>
    public override void Describe(InputHasher inputs)
    {
        inputs.Text(ArtifactNames.SlotTree, target.Artifact(ArtifactNames.SlotTree));
        inputs.Text(ArtifactNames.SlotScript, target.Artifact(ArtifactNames.SlotScript));
        // RSA with PKCS #1 v1.5 is deterministic, so the public key stands for the signature too.
        inputs.File("key", keys.FitCertificate(KeyName));
        inputs.Number("kernel room", boot.Kernel.Size.Bytes);
        inputs.Number("room", MaximumSize.Bytes);
        inputs.Tool("gzip", "gzip");
        inputs.Tool("dtc", "device-tree-compiler");
    }

    /// <inheritdoc/>
    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        var image = Path.Combine(context.OutputOf(kernel), kernel.ImageName);
        SlotCapacity.Check(
            $"the kernel of '{target.Board.Id}' with its bss", await MemorySizeAsync(image, cancel).ConfigureAwait(false),
            boot.Kernel.Size, "the memory that U-Boot unpacks it to (LoadAddresses.Kernel)");
        File.Copy(image, On("kernel"));
        await context.Tools.RunAsync("gzip", ["--best", "--no-name", On("kernel")], cancel: cancel).ConfigureAwait(false);
        File.Copy(Path.Combine(context.OutputOf(tree), "board.dtb"), On("board.dtb"));
        await File.WriteAllTextAsync(
            On(ArtifactNames.SlotScript),
            Placeholders.Fill(
                ArtifactNames.SlotScript, target.Artifact(ArtifactNames.SlotScript),
                VerityParameters.Read(context.OutputOf(root)).Placeholders),
            cancel).ConfigureAwait(false);
        await File.WriteAllTextAsync(On(ArtifactNames.SlotTree), target.Artifact(ArtifactNames.SlotTree), cancel).ConfigureAwait(false);

        var output = Path.Combine(context.Output, DiskInputs.Boot);
        await context.Tools.RunAsync(
            Path.Combine(context.OutputOf(tools), "mkimage"), ["-f", ArtifactNames.SlotTree, "-k", keys.Folder, output],
            workingDirectory: context.Work, cancel: cancel).ConfigureAwait(false);
        SlotCapacity.Check(
            $"the signed boot image of '{target.Board.Id}'", new FileInfo(output).Length, MaximumSize,
            "the smaller of its partition and the memory that it is read to (Soc.Load.Fit)");

        string On(string name) => Path.Combine(context.Work, name);
    }

    private ByteSize MaximumSize => target.Disk.Partitions
        .Where(part => part.Content is SlotBoot)
        .Select(part => part.Size)
        .Append(boot.Fit.Size)
        .Min();

    // An ARM64 kernel states what it needs from its load address on, bss included (Documentation/arch/arm64/booting.rst).
    private static async Task<long> MemorySizeAsync(string image, CancellationToken cancel)
    {
        var header = new byte[64];
        await using var file = File.OpenRead(image);
        await file.ReadExactlyAsync(header, cancel).ConfigureAwait(false);
        return header.AsSpan(56, 4).SequenceEqual("ARM\x64"u8) ? BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(16)) : file.Length;
    }
}
