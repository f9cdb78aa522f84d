using System.CommandLine;
using Bsp.Cli.SourceTrees;
using Bsp.Kconfig;

namespace Bsp.Cli.Commands;

/// <summary><c>bsp kconfig list-new</c>.</summary>
internal static class ListNewCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var (tree, config) = (new TreeOptions(), new ConfigOptions(host));
        var command = new ExampleCommand(
            "list-new", "Lists the symbols that a configuration does not mention, with their defaults",
            "bsp kconfig list-new --tree linux --config old.config");
        tree.AddTo(command);
        config.AddInputTo(command);
        command.SetAction(result =>
        {
            host.Out.Write(Conf.NewSymbols(Workspace.Load(host, tree.ValuesOf(result)).OldDefconfig(config.Input(result))));
            return ExitStatus.Success;
        });
        return command;
    }
}
