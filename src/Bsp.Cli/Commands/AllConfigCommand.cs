using System.CommandLine;
using Bsp.Cli.ConfTool;
using Bsp.Cli.Files;
using Bsp.Cli.SourceTrees;
using Bsp.Kconfig;

namespace Bsp.Cli.Commands;

/// <summary><c>bsp kconfig allnoconfig</c> and its like.</summary>
internal static class AllConfigCommand
{
    /// <summary>The command.</summary>
    /// <param name="host">The host.</param>
    /// <param name="name">Its name.</param>
    /// <param name="values">What symbols get, in words.</param>
    /// <param name="kind">What symbols get.</param>
    public static Command Create(CliHost host, string name, string values, NewValues kind)
    {
        var (tree, config) = (new TreeOptions(), new ConfigOptions(host));
        var seed = new Option<string?>("--seed")
        {
            HelpName = "FILE",
            Description = "Values that are kept [default: $KCONFIG_ALLCONFIG, as for make]",
        };
        var command = new ExampleCommand(
            name, $"Makes a configuration in which symbols have {values}",
            $"bsp kconfig {name} --tree linux --arch x86 --output -") { seed };
        tree.AddTo(command);
        config.AddInputTo(command);
        config.AddOutputTo(command);
        command.SetAction(result =>
        {
            var request = tree.ValuesOf(result);
            var workspace = Workspace.Load(host, request);
            // What is out of date is turned on by nothing, and then has its default (Buildroot's Makefile).
            var isBuildroot = workspace.Source.Kind == SourceTreeKind.Buildroot && request.Snapshot is null;
            if (isBuildroot)
                workspace = Workspace.Load(host, request with { Variables = [.. request.Variables, "SKIP_LEGACY=y"] });
            var values = result.GetValue(seed) is { } given ? workspace.Read(given, "the seed")
                : AllConfigSeed.Find(host, name) is var (text, file) ? new(text, file)
                : new("", name);
            var configuration = workspace.All(kind, values);
            if (isBuildroot)
                configuration = Workspace.Load(host, request).OldDefconfig(new ConfigInput(DotConfigWriter.Write(configuration), name));
            config.Write(result, configuration);
            return ExitStatus.Success;
        });
        return command;
    }
}
