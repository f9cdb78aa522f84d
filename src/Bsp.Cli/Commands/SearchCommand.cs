using System.CommandLine;
using System.Text;
using Bsp.Cli.SourceTrees;
using Bsp.Kconfig;
using Symbol = Bsp.Kconfig.Symbol;

namespace Bsp.Cli.Commands;

/// <summary><c>bsp kconfig search</c>.</summary>
internal static class SearchCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var (tree, config) = (new TreeOptions(), new ConfigOptions(host));
        var pattern = new Argument<string>("PATTERN")
        {
            Description = "A regular expression; upper and lower case are alike, and the CONFIG_ prefix is optional",
        };
        var prompts = new Option<bool>("--prompts", "-p") { Description = "Search in prompts, too" };
        var command = new ExampleCommand(
            "search",
            "Finds symbols by their names: type, value, prompt, and where they are defined; ends with status 1 when there are none",
            "bsp kconfig search '^USB_.*_PHY$' --tree linux --arch arm64", "bsp kconfig search watchdog --prompts --tree linux")
        {
            pattern, prompts,
        };
        tree.AddTo(command);
        config.AddInputTo(command);
        command.SetAction(result =>
        {
            var search = new SymbolSearch(result.GetRequiredValue(pattern), result.GetValue(prompts));
            var workspace = Workspace.Load(host, tree.Of(result));
            var configuration = config.ReadOrDefaults(result, workspace);
            var found = search.Find(workspace.Tree);
            foreach (var symbol in found)
                host.Out.Write(Format(symbol, configuration));
            return found.Count > 0 ? ExitStatus.Success : ExitStatus.No;
        });
        return command;
    }

    private static string Format(Symbol symbol, Configuration configuration)
    {
        var prefix = configuration.Tree.Dialect.Prefix;
        var value = configuration.ValueOf(symbol);
        var text = new StringBuilder(
            $"{prefix}{symbol}={(symbol.Type == SymbolType.String ? $"\"{value}\"" : value)}  "
            + $"{symbol.Type.ToString().ToLowerInvariant()}\n");
        foreach (var node in symbol.Nodes)
            text.Append($"  {node.Position.File}:{node.Position.Line}{(node.Prompt?.Text is { } prompt ? $"  \"{prompt}\"" : "")}\n");
        return text.ToString();
    }
}
