using System.CommandLine;
using Bsp.Cli.Files;
using Bsp.Cli.SourceTrees;
using Bsp.Kconfig;

namespace Bsp.Cli.Commands;

/// <summary><c>bsp kconfig snapshot</c>.</summary>
internal static class SnapshotCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var tree = new TreeOptions();
        var file = new Argument<string>("FILE") { Description = "Where to write; '-' is standard output" };
        var command = new ExampleCommand(
            "snapshot",
            "Writes what a tree's Kconfig files say for one architecture and one compiler into one file, "
            + "which --snapshot takes for the sources",
            "bsp kconfig snapshot arm64.kconfig --tree linux --arch arm64",
            "bsp kconfig check board.config --snapshot arm64.kconfig") { file };
        tree.AddTo(command);
        command.SetAction(result =>
        {
            TextFile.Write(host, result.GetRequiredValue(file), SnapshotWriter.Write(Workspace.Load(host, tree.Of(result)).Tree));
            return ExitStatus.Success;
        });
        return command;
    }
}
