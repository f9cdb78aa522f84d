using System.Globalization;
using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts.DeviceTrees;

/// <summary><c>&lt;board&gt;.dts</c>: the base, what the record says of the root, then the board's edits.</summary>
internal sealed class DeviceTreeSourceFile : DebianRenderer
{
    private static readonly ArtifactTemplate Template = ArtifactTemplate.Load("DeviceTrees/board.dts.scriban");

    protected override IEnumerable<GeneratedFile> Render(BootableBoard board, DebianDistribution distribution)
    {
        if (board.DeviceTree is not { } tree)
            yield break;
        yield return new(board.Id + ".dts", Template.Render(new
        {
            tree.License,
            tree.Headers,
            Include = tree.Source == DeviceTreeSource.Kernel
                ? "#include \"" + (tree.KernelArch is { } other ? other + "/" : "") + tree.Path + "\""
                : "/include/ \"emulator.dts\"",
            board.Identity.Model,
            board.Identity.Compatibles,
            StdoutPath = board.Console.Node is { } node
                ? node + ":" + board.Console.Baud.ToString(CultureInfo.InvariantCulture) + "n8"
                : "",
            Edits = tree.Edits.Select(DtsWriter.TopNode).ToList(),
        }));
    }
}
