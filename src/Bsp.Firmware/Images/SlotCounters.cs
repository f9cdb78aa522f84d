using System.Globalization;
using Bsp.Artifacts;
using Bsp.Build.Steps;
using Bsp.Build;
using Bsp.Model;

namespace Bsp.Firmware.Images;

/// <summary>The file in which a bootloader counts the tries of the slots, as a fresh device has it.</summary>
public abstract class SlotCounters
{
    private protected SlotCounters()
    {
    }

    /// <summary>The steps that are needed to write it.</summary>
    internal abstract IReadOnlyList<Step> Needs { get; }

    /// <summary>Declares its content.</summary>
    internal abstract void Describe(InputHasher inputs);

    /// <summary>Writes it into a folder that becomes the partition <c>aux</c>.</summary>
    internal abstract Task WriteAsync(StepContext context, string folder, CancellationToken cancel);
}

/// <summary>U-Boot's environment file: <c>uboot.env</c>, with every slot in order and with all its tries.</summary>
/// <param name="update">Slots, tries and the file's size.</param>
/// <param name="tools">Makes <c>mkenvimage</c>.</param>
public sealed class UBootCounters(UpdateScheme update, Step tools) : SlotCounters
{
    internal override IReadOnlyList<Step> Needs => [tools];

    // RAUC's names (rauc.readthedocs.io, "Integration", U-Boot).
    private string Text => "BOOT_ORDER=" + string.Join(' ', update.Slots) + "\n"
        + string.Concat(update.Slots.Select(slot => string.Create(CultureInfo.InvariantCulture, $"BOOT_{slot}_LEFT={update.Tries}\n")));

    internal override void Describe(InputHasher inputs)
    {
        inputs.Text(ArtifactNames.UBootCounters, Text);
        inputs.Number("uboot.env size", update.EnvironmentSize.Bytes);
    }

    internal override Task WriteAsync(StepContext context, string folder, CancellationToken cancel) => context.Tools.RunAsync(
        Path.Combine(context.OutputOf(tools), "mkenvimage"),
        ["-s", update.EnvironmentSize.Bytes.ToString(CultureInfo.InvariantCulture), "-o", Path.Combine(
            folder, ArtifactNames.UBootCounters), "-"],
        input: Text,
        cancel: cancel);
}

/// <summary>GRUB's environment block: <c>grub/grubenv</c>.</summary>
/// <param name="block">Its text, 1024 bytes.</param>
public sealed class GrubCounters(string block) : SlotCounters
{
    // GRUB's grub-core/lib/envblk.c: GRUB_ENVBLK_DEFAULT_SIZE; it refuses to save into a block of another size than it read.
    private const int Size = 1024;

    internal override IReadOnlyList<Step> Needs => [];

    internal override void Describe(InputHasher inputs) => inputs.Text(ArtifactNames.GrubEnvironment, block);

    internal override Task WriteAsync(StepContext context, string folder, CancellationToken cancel)
    {
        if (block.Length != Size || !block.All(char.IsAscii))
        {
            throw new BuildFailedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the artifact 'grubenv' has {block.Length} characters; GRUB's environment block has {Size} bytes"));
        }

        Directory.CreateDirectory(Path.Combine(folder, "grub"));
        return File.WriteAllTextAsync(Path.Combine(folder, "grub", ArtifactNames.GrubEnvironment), block, cancel);
    }
}
