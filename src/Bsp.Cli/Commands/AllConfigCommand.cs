using System.CommandLine;
using Bsp.Cli.ConfTool;
using Bsp.Cli.Files;
using Bsp.Cli.SourceTrees;
using Bsp.Kconfig;

namespace Bsp.Cli.Commands;

/// <summary><c>bsp kconfig allnoconfig</c> and its like.</summary>
internal static class AllConfigCommand
{
    private const string SkipsLegacy = "BR2_SKIP_LEGACY";

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
            var workspace = Workspace.Load(host, tree.ValuesOf(result));
            var values = result.GetValue(seed) is { } given ? workspace.Read(given, "the seed")
                : AllConfigSeed.Find(host, name) is var (text, file) ? new(text, file)
                : new("", name);
            // What is out of date is turned on by nothing, and then has its default (SKIP_LEGACY in Buildroot's Makefile).
            var configuration = workspace.Tree.Find(SkipsLegacy) is { IsDefined: true } skips
                ? workspace.OldDefconfig(new ConfigInput(DotConfigWriter.Write(workspace.All(kind, values, skips)), name))
                : workspace.All(kind, values);
            config.Write(result, configuration);
            return ExitStatus.Success;
        });
        return command;
    }
}
