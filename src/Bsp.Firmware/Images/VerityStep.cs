using Bsp.Artifacts.Disk;
using Bsp.Build.Steps;
using Bsp.Model;

namespace Bsp.Firmware.Images;

/// <summary>
/// The root filesystem followed by its hash tree, as it is written to a slot: <c>root.img</c>, and <c>verity.json</c> with
/// what the bootloader signs.
/// </summary>
/// <param name="board">The board, for the step's name.</param>
/// <param name="rootfs">Makes <c>root.squashfs</c>.</param>
/// <param name="room">The size of the slot's partition.</param>
public sealed class VerityStep(string board, RootfsStep rootfs, ByteSize room) : Step("verity " + board)
{
    /// <inheritdoc/>
    public override string Kind => "verity";

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Needs => [rootfs];

    /// <inheritdoc/>
    public override void Describe(InputHasher inputs)
    {
        VerityTree.Describe(inputs);
        inputs.Number("room", room.Bytes);
    }

    /// <inheritdoc/>
    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        var squashfs = Path.Combine(context.OutputOf(rootfs), RootfsStep.FileName);
        var image = Path.Combine(context.Output, DiskInputs.Root);
        File.Copy(squashfs, image);
        var parameters = await VerityTree.AppendAsync(context.Tools, image, FileHashes.Of(squashfs), cancel).ConfigureAwait(false);
        SlotCapacity.Check($"the root filesystem of '{board}' with its hash tree", new FileInfo(image).Length, room, "its slot");
        parameters.Write(context.Output);
    }
}
