using System.CommandLine;
using Bsp.Cli.Commands;

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
            var layered = input.Lay(result, result.GetRequiredValue(tree), result.GetRequiredValue(overlays));
            var file = host.Absolute(result.GetRequiredValue(output));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, layered.Blob);
            return ExitStatus.Success;
        });
        return command;
    }
}
