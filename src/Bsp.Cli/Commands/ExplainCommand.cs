using System.CommandLine;
using Bsp.Cli.Reports;
using Bsp.Cli.SourceTrees;
using Bsp.Kconfig;

namespace Bsp.Cli.Commands;

/// <summary><c>bsp kconfig explain</c>.</summary>
internal static class ExplainCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var (tree, config) = (new TreeOptions(), new ConfigOptions(host));
        var symbols = new Argument<string[]>("SYMBOL")
        {
            Description = "Symbols, with CONFIG_ or without",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new ExampleCommand(
            "explain", "Says why symbols have the values that they have",
            "bsp kconfig explain CONFIG_PREEMPT --tree linux --config .config") { symbols };
        tree.AddTo(command);
        config.AddInputTo(command);
        command.SetAction(result =>
        {
            var workspace = Workspace.Load(host, tree.ValuesOf(result));
            var chosen = result.GetRequiredValue(symbols).Select(name => SymbolLookup.Find(workspace.Tree, name)).ToList();
            var explanation = new ValueExplanation(config.ReadOrDefaults(result, workspace));
            foreach (var symbol in chosen)
                host.Out.Write(PrintableText.Lines(explanation.Of(symbol)));
            return ExitStatus.Success;
        });
        return command;
    }
}
