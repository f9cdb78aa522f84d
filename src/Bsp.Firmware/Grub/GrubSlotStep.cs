using Bsp.Artifacts.Disk;
using Bsp.Artifacts;
using Bsp.Build.Steps;
using Bsp.Firmware.Boards;
using Bsp.Firmware.Images;
using Bsp.Firmware.Kernel;
using Bsp.Firmware.Keys;
using Bsp.Model;

namespace Bsp.Firmware.Grub;

/// <summary>
/// What GRUB reads of a slot, a squashfs with the kernel, the script with its arguments, and their signatures: <c>boot.img</c>.
/// </summary>
/// <param name="target">The board.</param>
/// <param name="kernel">The kernel.</param>
/// <param name="root">The root filesystem whose hash is signed.</param>
/// <param name="keys">The keys.</param>
public sealed class GrubSlotStep(ImageTarget target, KernelStep kernel, VerityStep root, KeySet keys)
    : Step("signed boot image " + target.Board.Id)
{
    // GRUB 2.06 reads gzip, and no zstd (grub-core/fs/squash4.c).
    private static readonly string[] Compression = ["gzip"];

    /// <inheritdoc/>
    public override string Kind => "grub-slot";

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Needs => [kernel, root];

    private ByteSize MaximumSize => target.Disk.Partitions.Where(part => part.Content is SlotBoot).Select(part => part.Size).Min();

    /// <inheritdoc/>
    public override void Describe(InputHasher inputs)
    {
        inputs.Text(ArtifactNames.GrubSlotConfig, target.Artifact(ArtifactNames.GrubSlotConfig));
        // RSA with PKCS #1 v1.5 is deterministic, so the public key stands for the signatures too.
        inputs.File("key", keys.GrubPublic);
        inputs.Number("room", MaximumSize.Bytes);
        inputs.Text("compression", string.Join(' ', Compression));
        Squashfs.Describe(inputs);
        OpenPgpKey.Describe(inputs);
    }

    /// <inheritdoc/>
    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        var folder = Directory.CreateDirectory(Path.Combine(context.Work, "slot")).FullName;
        var image = Path.Combine(folder, "vmlinuz");
        var script = Path.Combine(folder, ArtifactNames.GrubSlotConfig);
        File.Copy(Path.Combine(context.OutputOf(kernel), kernel.ImageName), image);
        await File.WriteAllTextAsync(
            script,
            Placeholders.Fill(
                ArtifactNames.GrubSlotConfig, target.Artifact(ArtifactNames.GrubSlotConfig),
                VerityParameters.Read(context.OutputOf(root)).Placeholders),
            cancel).ConfigureAwait(false);
        using (var key = await OpenPgpKey.ImportAsync(context.Tools, keys.GrubSecret, cancel).ConfigureAwait(false))
            await key.SignAsync([image, script], cancel).ConfigureAwait(false);
        foreach (var file in Directory.GetFiles(folder))
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        var output = Path.Combine(context.Output, DiskInputs.Boot);
        await Squashfs.PackAsync(context, folder, output, Compression, date: 0, cancel).ConfigureAwait(false);
        SlotCapacity.Check($"the signed boot image of '{target.Board.Id}'", new FileInfo(output).Length, MaximumSize, "its partition");
    }
}
