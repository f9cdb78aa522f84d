using Bsp.DeviceTrees.Checks;

namespace Bsp.DeviceTrees;

/// <summary>A tree with overlays over it, each on the result of those before it, as bootloaders and builds lay them.</summary>
/// <param name="tree">The tree.</param>
/// <param name="blob">Its blob, with the labels that overlays refer to.</param>
public sealed class LayeredTree(DeviceTree tree, byte[] blob)
{
    /// <summary>The tree with all that was laid over it; nodes and properties have the positions that they come from.</summary>
    public DeviceTree Tree { get; private set; } = tree;

    /// <summary>Its blob, to the bytes of libfdt.</summary>
    public byte[] Blob { get; private set; } = blob;

    /// <summary>Lays an overlay over the rest, unless there are errors.</summary>
    /// <param name="overlay">The overlay.</param>
    /// <param name="overlayBlob">Its blob.</param>
    /// <returns>What would keep it from being laid, and as warnings what it cannot do.</returns>
    /// <exception cref="FormatException">The blob is none, or is damaged.</exception>
    public IReadOnlyList<SourceMessage> Lay(DeviceTree overlay, byte[] overlayBlob)
    {
        var messages = OverlayCheck.Check(Tree, overlay);
        if (messages.Any(message => message.Severity == SourceSeverity.Error))
            return messages;
        try
        {
            Blob = OverlayApplier.Apply(Blob, [overlayBlob]);
        }
        catch (OverlayException e)
        {
            return [.. messages, new(SourceSeverity.Error, e.Message) { Check = OverlayCheck.Name, Subject = overlay.Root.Path }];
        }

        var result = BlobReader.Read(Blob);
        new OverlaidTree(Tree, overlay).Locate(result);
        Tree = result;
        return messages;
    }
}
