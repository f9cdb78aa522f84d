using System.CommandLine;
using Bsp.Cli.Files;
using Bsp.Cli.SourceTrees;
using Bsp.Kconfig;

namespace Bsp.Cli.Commands;

/// <summary><c>bsp kconfig savedefconfig</c>.</summary>
internal static class SaveDefconfigCommand
{
    private const string Location = "BR2_DEFCONFIG=";

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
            var workspace = Workspace.Load(host, tree.ValuesOf(result));
            var text = DefconfigWriter.Write(workspace.OldDefconfig(config.Input(result)));
            // Its makefile leaves out where the file was.
            if (workspace.Source.Kind == SourceTreeKind.Buildroot)
                text = string.Join('\n', text.Split('\n').Where(line => !line.StartsWith(Location, StringComparison.Ordinal)));
            TextFile.Write(host, config.Output(result) ?? result.GetRequiredValue(file), text);
            return ExitStatus.Success;
        });
        return command;
    }
}
