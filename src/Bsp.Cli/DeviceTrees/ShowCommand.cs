using System.CommandLine;
using Bsp.Cli.Commands;
using Bsp.DeviceTrees;

namespace Bsp.Cli.DeviceTrees;

/// <summary><c>bsp dt show</c>.</summary>
internal static class ShowCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var input = new TreeInput(host);
        var file = new Argument<string>("FILE") { Description = NodeText.FileDescription };
        var reference = new Argument<string>("NODE")
        {
            Description = "The node to begin with: a path, a label or an alias",
            DefaultValueFactory = _ => "/",
        };
        var origins = new Option<bool>("--origins")
        {
            Description = "Annotate each line with the file and line that it comes from, and the ones that it replaced",
        };
        var macros = new Option<bool>("--macros")
        {
            Description = "Show cells by the names of macros that the source writes them with: <&gpio0 3 GPIO_ACTIVE_LOW>",
        };
        var depth = new Option<int>("--depth") { HelpName = "N", Description = "Show N levels of nodes", DefaultValueFactory = _ => -1 };
        var command = new ExampleCommand(
            "show", "Shows a device tree as it is when all includes, overrides and deletions are done, with references by name",
            "bsp dt show board.dtb", "bsp dt show arch/arm64/boot/dts/rockchip/rk3328-nanopi-r2s.dts uart2 --origins")
        {
            file, reference, origins, macros, depth,
        };
        input.AddTo(command);
        command.SetAction(result =>
        {
            var tree = input.Read(result, result.GetRequiredValue(file), new() { KeepsMacroNames = result.GetValue(macros) });
            var references = new TreeReferences(tree);
            var node = TreeInput.Find(tree, references, result.GetRequiredValue(reference));
            var printer = new TreePrinter(references, result.GetValue(origins))
            {
                Phandles = true,
                IsPlugin = node.Parent is null && IsPlugin(tree),
            };
            if (node.Parent is null)
                printer.Start(tree.Reservations);
            printer.Node(node, node.Path, result.GetValue(depth));
            host.Out.Write(printer);
            return ExitStatus.Success;
        });
        return command;
    }

    // A blob does not say it, but has what only a plugin has.
    private static bool IsPlugin(DeviceTree tree) =>
        tree.IsPlugin
        || ((tree.Find("/__fixups__") ?? tree.Find("/__local_fixups__")) is not null
            && tree.Root.Children.Any(child => child.Child("__overlay__") is not null));
}
