using System.CommandLine;
using Bsp.Cli.Files;
using Bsp.Cli.Merging;
using Bsp.Cli.Reports;
using Bsp.Cli.SourceTrees;
using Bsp.Kconfig;

namespace Bsp.Cli.Commands;

/// <summary><c>bsp kconfig check</c>.</summary>
internal static class CheckCommand
{
    // A kernel's configuration takes some 12 ms.
    private const int QuickTrials = 20;
    private const int AllQuickTrials = 100;

    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var (tree, config, time) = (new TreeOptions(), new ConfigOptions(host), new TimeOption());
        var fragments = new Argument<string[]>("FRAGMENT")
        {
            Description = "Fragments, the later win: merged, or with --config compared with that configuration",
            Arity = ArgumentArity.OneOrMore,
        };
        var none = new Option<bool>("--allnoconfig", "-n")
        {
            Description = "What no fragment sets is n, where it can be, not its default",
        };
        var format = new Option<string>("--format")
        {
            HelpName = "FORMAT",
            Description = "text, json or sarif",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "sarif");
        var fix = new Option<bool>("--fix") { Description = "Say with which further symbols a request would be met; takes longer" };
        var command = new ExampleCommand(
            "check",
            "Says which values that fragments ask for are not in the final configuration, and why; ends with status 1 when there are some",
            "bsp kconfig check board.config --tree linux --arch arm64",
            "bsp kconfig check hardening.config --config .config --format sarif --output check.sarif")
        {
            fragments, none, format, fix,
        };
        time.AddTo(command);
        tree.AddTo(command);
        config.AddInputTo(command);
        config.AddOutputTo(command);
        command.SetAction(result =>
        {
            var workspace = Workspace.Load(host, tree.ValuesOf(result));
            var merge = new FragmentMerge(workspace.Tree.Dialect.Prefix);
            var values = result.GetValue(none) ? NewValues.No : NewValues.Default;
            var lost = new List<KconfigMessage>();
            foreach (var file in result.GetRequiredValue(fragments))
            {
                var input = workspace.Read(file, "the fragment");
                lost.AddRange(merge.Add(input).Where(one => !one.IsRedundant).Select(one => one.Message));
                lost.AddRange(workspace.LostLines(input));
            }

            var configuration = config.IsGiven(result)
                ? workspace.OldDefconfig(config.Input(result))
                : workspace.All(values, merge);
            var requests = merge.Requests.ToList();
            var unmet = new RequestCheck(configuration).Unmet(requests);
            var isFixed = result.GetValue(fix);
            // What excludes each other is named at any rate, where that does not take long.
            var search = isFixed
                ? new FixSearch(configuration)
                {
                    Remake = Remake,
                    Budget = FixBudget.OfTime(time.Of(result), unmet.Count > 1 ? unmet.Count + 1 : 1),
                }
                : new(configuration) { LooksForCosts = false, Budget = FixBudget.OfTrials(AllQuickTrials, QuickTrials) };
            var report = new CheckReport(requests.Count, [.. unmet.Select(one => (one, search.Find([one.Request], requests)))], lost,
                [.. new IdleSelects(configuration).All()])
            {
                Together = isFixed && unmet.Count > 1 ? search.Find([.. unmet.Select(one => one.Request)], requests) : null,
                NamesFixes = isFixed,
            };
            TextFile.Write(host, config.Output(result) ?? "-", result.GetValue(format) switch
            {
                "json" => report.Json(),
                "sarif" => new SarifReport(host.CurrentDirectory, workspace.Source.Folder).Write(report),
                _ => report.Text(),
            });
            return unmet.Count > 0 ? ExitStatus.No : ExitStatus.Success;

            Configuration Remake(IReadOnlyList<Assignment> further) => config.IsGiven(result)
                ? config.Remake(result, workspace, further)
                : new Conf(workspace.Tree, []).All(values, workspace.With(merge.Text, further));
        });
        return command;
    }
}
