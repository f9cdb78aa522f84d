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
        var (tree, config, time) = (new TreeOptions(), new ConfigOptions(host), new TimeOption());
        var requests = new Argument<string[]>("SYMBOL=VALUE")
        {
            Description = "What should hold, such as CONFIG_USB=m; without a value, y",
            Arity = ArgumentArity.OneOrMore,
        };
        var apply = new Option<bool>("--apply") { Description = "Write the configuration with it, too" };
        var command = new ExampleCommand(
            "fix",
            "Finds the fewest further symbols with which some get their values, and prints all of them as a fragment; "
            + "ends with status 1 when none are found",
            "bsp kconfig fix CONFIG_DRM_PANFROST=m --tree linux --arch arm64 >> board.config",
            "bsp kconfig fix CONFIG_SND_SOC=m CONFIG_EXPERT=n --config .config --apply")
        {
            requests, apply,
        };
        time.AddTo(command);
        tree.AddTo(command);
        config.AddInputTo(command);
        config.AddOutputTo(command);
        command.SetAction(result =>
        {
            var workspace = Workspace.Load(host, tree.ValuesOf(result));
            var wanted = result.GetRequiredValue(requests).Select(text => Parse(workspace.Tree, text)).ToList();
            if (wanted.GroupBy(one => one.Symbol).FirstOrDefault(same => same.Distinct().Count() > 1) is { } twice)
                throw new CliException($"{string.Join(" and ", twice)} cannot both hold");
            var configuration = config.ReadOrDefaults(result, workspace);
            var search = new FixSearch(configuration)
            {
                Remake = lines => config.Remake(result, workspace, lines),
                TimeLimit = time.Of(result),
            };
            List<Request> asked = [.. wanted.Distinct().Select(one => new Request(one.Symbol.Name!, one.Value, new("", 0, 0)))];
            var answer = search.Find(asked, [])!;
            if (answer.Outcome != FixOutcome.Found)
                throw new CliException(Failure(asked, configuration, answer), ExitStatus.No);
            if (!answer.IsSmallest)
                host.Error.Write("bsp: note: it is not proved that fewer would not do\n");
            Apply(host, configuration, [.. answer.Further, .. wanted.Distinct()]);
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

    private static string Failure(List<Request> asked, Configuration configuration, FixAnswer answer)
    {
        var names = string.Join(", ", asked.Select(one => $"{one.Symbol}={one.Value}"));
        var unmet = new RequestCheck(configuration).Unmet(asked).Select(one => $"\n{one}");
        return $"{names}: {answer.Text(configuration.Tree.Dialect.Prefix)}{string.Concat(unmet)}";
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
