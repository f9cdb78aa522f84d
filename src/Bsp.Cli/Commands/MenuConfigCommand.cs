using System.CommandLine;
using Bsp.Cli.Menus;
using Bsp.Cli.SourceTrees;

namespace Bsp.Cli.Commands;

/// <summary><c>bsp kconfig menuconfig</c>.</summary>
internal static class MenuConfigCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var (tree, config) = (new TreeOptions(), new ConfigOptions(host));
        var command = new ExampleCommand(
            "menuconfig", "Shows a configuration as menus in the terminal, to be read, searched and changed",
            "bsp kconfig menuconfig --tree linux --arch arm64 --config build/.config");
        tree.AddTo(command);
        config.AddInputTo(command);
        command.SetAction(result =>
        {
            Terminal.Require(host);
            host.Error.Write("Reading the Kconfig files…\n");
            host.Error.Flush();
            var workspace = Workspace.Load(host, tree.Of(result));
            var configuration = config.ReadOrDefaults(result, workspace);
            // What is selected without its dependencies is reported when the file is written; here it would break into the screen.
            configuration.OnUnmetDependency = null;
            host.Error.Flush();
            string said;
            using (var terminal = new Terminal(host))
                said = new MenuEditor(terminal, new(host, workspace, config.Input(result)), configuration).Run();
            host.Out.Write($"{said}\n");
            return ExitStatus.Success;
        });
        return command;
    }
}
