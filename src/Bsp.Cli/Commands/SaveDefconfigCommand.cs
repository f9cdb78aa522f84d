using System.CommandLine;
using Bsp.Cli.Files;
using Bsp.Cli.SourceTrees;
using Bsp.Kconfig;

namespace Bsp.Cli.Commands;

/// <summary><c>bsp kconfig savedefconfig</c>.</summary>
internal static class SaveDefconfigCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var (tree, config) = (new TreeOptions(), new ConfigOptions(host));
        var file = new Argument<string>("FILE")
        {
            Description = "Where to write; '-' is standard output",
            DefaultValueFactory = _ => "defconfig",
        };
        var command = new ExampleCommand(
            "savedefconfig", "Writes a minimal defconfig: what differs from the defaults",
            "bsp kconfig savedefconfig board_defconfig --tree linux --arch arm64") { file };
        tree.AddTo(command);
        config.AddInputTo(command);
        config.AddOutputTo(command);
        command.SetAction(result =>
        {
            var configuration = Workspace.Load(host, tree.ValuesOf(result)).OldDefconfig(config.Input(result));
            TextFile.Write(host, config.Output(result) ?? result.GetRequiredValue(file), DefconfigWriter.Write(configuration));
            return ExitStatus.Success;
        });
        return command;
    }
}
