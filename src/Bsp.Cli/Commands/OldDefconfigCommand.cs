using System.CommandLine;
using Bsp.Cli.SourceTrees;

namespace Bsp.Cli.Commands;

/// <summary><c>bsp kconfig olddefconfig</c>.</summary>
internal static class OldDefconfigCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var (tree, config) = (new TreeOptions(), new ConfigOptions(host));
        var command = new ExampleCommand(
            "olddefconfig", "Completes a configuration: new symbols get their defaults",
            "bsp kconfig olddefconfig --tree linux --arch arm64 --config build/.config");
        tree.AddTo(command);
        config.AddInputTo(command);
        config.AddOutputTo(command);
        command.SetAction(result =>
        {
            config.Write(result, Workspace.Load(host, tree.ValuesOf(result)).OldDefconfig(config.Input(result)));
            return ExitStatus.Success;
        });
        return command;
    }
}
