using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using Bsp.Cli.Trees;
using Bsp.Kconfig;
using Symbol = Bsp.Kconfig.Symbol;

namespace Bsp.Cli.Commands;

/// <summary><c>bsp kconfig search</c>.</summary>
internal static class SearchCommand
{
    // Some patterns take exponentially long.
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var (tree, config) = (new TreeOptions(), new ConfigOptions(host));
        var pattern = new Argument<string>("PATTERN") { Description = "A regular expression; upper and lower case are alike, and CONFIG_ may stand before" };
        var prompts = new Option<bool>("--prompts", "-p") { Description = "Search in prompts, too" };
        var command = new ExampleCommand(
            "search", "Finds symbols by their names: type, value, prompt, and where they are defined; ends with status 1 when there are none",
            "bsp kconfig search '^USB_.*_PHY$' --tree linux --arch arm64", "bsp kconfig search watchdog --prompts --tree linux")
        {
            pattern, prompts,
        };
        tree.AddTo(command);
        config.AddInputTo(command);
        command.SetAction(result =>
        {
            var regex = Regex(result.GetRequiredValue(pattern));
            var workspace = Workspace.Load(host, tree.Of(result));
            var configuration = config.ReadOrDefaults(result, workspace);
            var found = workspace.Tree.Symbols
                .Where(symbol => symbol is { IsDefined: true, IsConstant: false, Name: not null } && Matches(symbol, regex, result.GetValue(prompts)))
                .OrderBy(symbol => symbol.Name, StringComparer.Ordinal)
                .ToList();
            foreach (var symbol in found)
                host.Out.Write(Shown(symbol, configuration));
            return found.Count > 0 ? ExitStatus.Success : ExitStatus.No;
        });
        return command;
    }

    private static Regex Regex(string pattern)
    {
        try
        {
            var bare = pattern.StartsWith("CONFIG_", StringComparison.Ordinal) ? pattern["CONFIG_".Length..] : pattern;
            return new(bare, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MostTime);
        }
        catch (RegexParseException e)
        {
            throw new CliException($"'{pattern}' is no regular expression, at its character {e.Offset + 1}: {e.Error}");
        }
    }

    private static bool Matches(Symbol symbol, Regex regex, bool prompts)
    {
        try
        {
            return regex.IsMatch(symbol.Name!) || (prompts && symbol.Properties.Any(property => property.Text is { } text && regex.IsMatch(text)));
        }
        catch (RegexMatchTimeoutException)
        {
            throw new CliException($"'{regex}' takes too long; a simpler pattern finds symbols at once");
        }
    }

    private static string Shown(Symbol symbol, Configuration configuration)
    {
        var prefix = configuration.Tree.Dialect.Prefix;
        var value = configuration.ValueOf(symbol);
        var text = new StringBuilder($"{prefix}{symbol}={(symbol.Type == SymbolType.String ? $"\"{value}\"" : value)}  {symbol.Type.ToString().ToLowerInvariant()}\n");
        foreach (var node in symbol.Nodes)
            text.Append($"  {node.Position.File}:{node.Position.Line}{(node.Prompt?.Text is { } prompt ? $"  \"{prompt}\"" : "")}\n");
        return text.ToString();
    }
}
