using System.CommandLine;
using Bsp.Cli.SourceTrees;
using Bsp.Kconfig;

namespace Bsp.Cli.Commands;

/// <summary><c>bsp kconfig fix</c>.</summary>
internal static class FixCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var (tree, config) = (new TreeOptions(), new ConfigOptions(host));
        var request = new Argument<string>("SYMBOL=VALUE") { Description = "What should hold, such as CONFIG_USB=m; without a value, y" };
        var apply = new Option<bool>("--apply") { Description = "Write the configuration with it, too" };
        var command = new ExampleCommand(
            "fix",
            "Finds the fewest further symbols with which one gets a value, and prints them as a fragment; "
            + "ends with status 1 when none are found",
            "bsp kconfig fix CONFIG_DRM_PANFROST=m --tree linux --arch arm64 >> board.config")
        {
            request, apply,
        };
        tree.AddTo(command);
        config.AddInputTo(command);
        config.AddOutputTo(command);
        command.SetAction(result =>
        {
            var workspace = Workspace.Load(host, tree.ValuesOf(result));
            var wanted = Parse(workspace.Tree, result.GetRequiredValue(request));
            var configuration = config.ReadOrDefaults(result, workspace);
            if (new FixSearch(configuration).Find(wanted.Symbol, wanted.Value) is not { } further)
            {
                var alone = new RequestCheck(configuration).Unmet(new Request(wanted.Symbol.Name!, wanted.Value, new("request", 0, 0)));
                throw new CliException($"nothing was found with which {wanted} holds. {alone}", ExitStatus.No);
            }

            Apply(host, configuration, [.. further, wanted]);
            if (result.GetValue(apply))
                config.Write(result, configuration);
            return ExitStatus.Success;
        });
        return command;
    }

    private static void Apply(CliHost host, Configuration configuration, IReadOnlyList<Assignment> assignments)
    {
        foreach (var assignment in assignments)
        {
            configuration.Assign(assignment.Symbol, assignment.Value);
            host.Out.Write(assignment.ToLine(configuration.Tree.Dialect));
        }
    }

    private static Assignment Parse(KconfigTree tree, string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var symbol = SymbolLookup.FindDefined(tree, equals < 0 ? text : text[..equals]);
        var value = equals < 0 ? "y" : text[(equals + 1)..];
        if (value is ['"', .., '"'] && value.Length > 1)
            value = value[1..^1];
        // A configuration of its own: the value must not stay when it is one of the type.
        return new Configuration(tree).Assign(symbol, value)
            && !(symbol.Type is SymbolType.Bool or SymbolType.Tristate && value.Length != 1)
            ? new(symbol, value)
            : throw new CliException($"'{value}' is not a value of '{symbol}', whose type is {symbol.Type.ToString().ToLowerInvariant()}");
    }
}
