using System.CommandLine;
using Bsp.Cli.Commands;
using Bsp.DeviceTrees;
using Bsp.DeviceTrees.Checks;

namespace Bsp.Cli.DeviceTrees;

/// <summary><c>bsp dt overlay</c>.</summary>
internal static class OverlayCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var input = new TreeInput(host);
        var tree = new Argument<string>("BASE")
        {
            Description = "The tree: a .dts, which is compiled with its labels, or a blob that has them",
        };
        var overlays = new Argument<string[]>("OVERLAY")
        {
            Description = "Overlays, applied in this order: .dtso or blobs",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string>("--output", "-o") { HelpName = "FILE", Description = "The blob to write", Required = true };
        var command = new ExampleCommand(
            "overlay", "Applies overlays to a device tree, as fdtoverlay and the bootloader do",
            "bsp dt overlay board.dtb camera.dtbo -o board-with-camera.dtb")
        {
            tree, overlays, output,
        };
        input.AddTo(command);
        command.SetAction(result =>
        {
            var blob = input.ReadWithLabels(result, result.GetRequiredValue(tree)).Blob;
            foreach (var overlay in result.GetRequiredValue(overlays))
                blob = Apply(host, input, result, blob, overlay);
            var file = host.Absolute(result.GetRequiredValue(output));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, blob);
            return ExitStatus.Success;
        });
        return command;
    }

    private static byte[] Apply(CliHost host, TreeInput input, ParseResult result, byte[] blob, string overlay)
    {
        var (source, bytes) = input.ReadWithLabels(result, overlay);
        var found = OverlayCheck.Check(TreeInput.ReadBlob("the tree", blob), source);
        foreach (var message in found)
            host.Error.Write(message + "\n");
        if (found.Any(message => message.Severity == SourceSeverity.Error))
            throw new CliException($"'{overlay}' does not apply", ExitStatus.No);
        try
        {
            return OverlayApplier.Apply(blob, [bytes]);
        }
        catch (OverlayException e)
        {
            throw new CliException($"'{overlay}' does not apply: {e.Message}", ExitStatus.No);
        }
        catch (FormatException e)
        {
            throw new CliException($"'{overlay}' cannot be read: {e.Message}");
        }
    }
}
