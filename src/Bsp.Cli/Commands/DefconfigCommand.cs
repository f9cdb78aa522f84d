using System.CommandLine;
using Bsp.Cli.SourceTrees;
using Bsp.Kconfig.Parsing.Files;

namespace Bsp.Cli.Commands;

/// <summary><c>bsp kconfig defconfig</c>.</summary>
internal static class DefconfigCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var (tree, config) = (new TreeOptions(), new ConfigOptions(host));
        var file = new Argument<string>("FILE")
        {
            Description = "A defconfig: a file, or the name of one in arch/*/configs or configs of the tree; BOARD:CONFIGURATION of NuttX",
        };
        var command = new ExampleCommand(
            "defconfig", "Makes a configuration from a defconfig",
            "bsp kconfig defconfig multi_v7_defconfig --tree linux --arch arm") { file };
        tree.AddTo(command);
        config.AddInputTo(command);
        config.AddOutputTo(command);
        command.SetAction(result =>
        {
            var name = result.GetRequiredValue(file);
            var workspace = Workspace.Load(host, tree.ValuesOf(result) with { Defconfig = name });
            var found = Find(host, workspace, name);
            config.Write(result, workspace.Defconfig(workspace.Read(found, "the defconfig")));
            return ExitStatus.Success;
        });
        return command;
    }

    private static string Find(CliHost host, Workspace workspace, string name)
    {
        if (Path.Exists(host.Absolute(name)))
            return name;
        if (workspace.Source.Kind == SourceTreeKind.Buildroot)
            return new BuildrootEnvironment(host, workspace.Source).FindDefconfig(name, workspace.Environment) ?? name;
        if (workspace.Source.Kind == SourceTreeKind.NuttX && name.Split(':') is [var board, var configuration])
        {
            var files = new DiskFiles(workspace.Source.Folder, null);
            return files.Find($"boards/*/*/{board}/configs/{configuration}/defconfig") is [var file, ..]
                ? Path.Combine(workspace.Source.Folder, file)
                : name;
        }

        string[] candidates =
        [
            Path.Combine(workspace.Source.Folder, name),
            Path.Combine(workspace.Source.Folder, "arch", workspace.Environment.GetValueOrDefault("SRCARCH", ""), "configs", name),
            Path.Combine(workspace.Source.Folder, "configs", name),
        ];
        return Array.Find(candidates, File.Exists) ?? name;
    }
}
