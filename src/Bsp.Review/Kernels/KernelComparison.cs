using Bsp.Artifacts;
using Bsp.Kconfig;
using Bsp.Review.Changes;
using Bsp.Review.Revisions;

namespace Bsp.Review.Kernels;

/// <summary>What a change does to a kernel that one board has or several share.</summary>
internal sealed class KernelComparison
{
    // A search tries configurations, each of which takes milliseconds.
    private const int MaximumTrials = 100;
    private const int MaximumFixes = 8;

    // Without it nobody sees why a board does not start.
    private const string Console = "CONSOLE";

    private readonly SharedKernel _before;
    private readonly SharedKernel _after;
    private readonly List<Change> _changes = [];

    private KernelComparison(SharedKernel before, SharedKernel after) => (_before, _after) = (before, after);

    /// <summary>Compares a kernel of two revisions.</summary>
    /// <param name="before">The kernel of the base, and what is known about it.</param>
    /// <param name="after">The kernel of the head, and what is known about it.</param>
    public static IReadOnlyList<Change> Between(
        (SharedKernel Kernel, KconfigTree? Tree) before, (SharedKernel Kernel, KconfigTree? Tree) after)
    {
        var comparison = new KernelComparison(before.Kernel, after.Kernel);
        comparison.Compare(before.Tree, after.Tree);
        return comparison._changes;
    }

    private void Compare(KconfigTree? treeBefore, KconfigTree? treeAfter)
    {
        if (_before.Source != _after.Source)
            _changes.Add(Versions.Judge(new(ChangeRules.KernelVersion, "kernel") { Before = _before.Source, After = _after.Source }));
        if (_before.IsAllNo != _after.IsAllNo)
        {
            _changes.Add(new(ChangeRules.KernelVersion, "what nobody asks for")
            {
                Before = Base(_before), After = Base(_after), Meaning = "every symbol that no layer names may have another value",
            });
        }

        var asked = _before.Requests.Keys.Union(_after.Requests.Keys)
            .Where(symbol => Value(_before, symbol) != Value(_after, symbol))
            .Order(StringComparer.Ordinal)
            .ToList();
        var isSame = asked.Count == 0 && _before.Source == _after.Source && _before.IsAllNo == _after.IsAllNo && treeBefore == treeAfter;
        if (isSame)
            return;
        if (treeBefore is null || treeAfter is null)
            _changes.AddRange(asked.Select(symbol => Unchecked(symbol)));
        else
            Resolve(Configuration(treeBefore, _before), Configuration(treeAfter, _after), asked);
    }

    private void Resolve(Configuration before, Configuration after, List<string> asked)
    {
        var comparison = new ConfigurationComparison(before, after);
        var changed = comparison.Changes.ToDictionary(change => change.Symbol, StringComparer.Ordinal);
        var requests = Request.Parse(_after.Defconfig, ArtifactNames.LinuxDefconfig);
        var lostBefore = new RequestCheck(before).Unmet(Request.Parse(_before.Defconfig, ArtifactNames.LinuxDefconfig))
            .Select(unmet => (unmet.Request.Symbol, unmet.Request.Value))
            .ToHashSet();
        var unmet = new RequestCheck(after).Unmet(requests);
        var search = new FixSearch(after) { TimeLimit = TimeSpan.MaxValue, MaximumTrials = MaximumTrials };
        var fixes = 0;
        foreach (var one in unmet)
        {
            var isNew = !lostBefore.Contains((one.Request.Symbol, one.Request.Value));
            var fix = isNew && fixes++ < MaximumFixes ? search.Find([one.Request], requests)?.Text("CONFIG_") : null;
            _changes.Add(new(isNew ? ChangeRules.KernelLost : ChangeRules.KernelLostBefore, "CONFIG_" + one.Request.Symbol)
            {
                Before = one.Request.Value,
                After = one.Actual,
                Layer = _after.Requests[one.Request.Symbol].By,
                Meaning = (RenamedSymbols.Find(one.Request.Symbol, before.Tree, after.Tree) is { } renamed
                    ? $"it is called CONFIG_{renamed} in {_after.Source}"
                    : one.Explanation) + (fix is null ? "" : "; " + fix),
            });
        }

        var lost = unmet.Select(one => one.Request.Symbol).ToHashSet(StringComparer.Ordinal);
        foreach (var symbol in asked.Where(symbol => !lost.Contains(symbol)))
        {
            var change = changed.GetValueOrDefault(symbol);
            _changes.Add(Judge(symbol, new(ChangeRules.KernelDone, "CONFIG_" + symbol)
            {
                Before = change is null ? Final(before, symbol) : change.Before,
                After = change is null ? Final(after, symbol) : change.After,
                Layer = (_after.Requests.GetValueOrDefault(symbol) ?? _before.Requests[symbol]).By,
                Impact = change is null ? FieldImpact.None : FieldImpact.Update,
                Meaning = _after.Requests.ContainsKey(symbol)
                    ? change is null ? "it had this value already" : null
                    : change is null ? "no longer asked for; it keeps its value" : "no longer asked for",
            }));
        }

        var shown = lost.Concat(asked).ToHashSet(StringComparer.Ordinal);
        var reasons = comparison.Reasons(asked);
        var isSameKernel = before.Tree == after.Tree;
        foreach (var change in comparison.Changes.Where(change => !shown.Contains(change.Symbol)))
        {
            _changes.Add(Judge(change.Symbol, new(ChangeRules.KernelConsequence, "CONFIG_" + change.Symbol)
            {
                Before = change.Before,
                After = change.After,
                Meaning = reasons.ContainsKey(change.Symbol) ? "through " + Chain(change.Symbol, reasons, changed)
                    : isSameKernel ? null
                    : IsDefined(before.Tree, change.Symbol) ? IsDefined(after.Tree, change.Symbol)
                        ? $"it has another default in {_after.Source}"
                        : $"{_after.Source} does not have it any more"
                    : $"new in {_after.Source}, by its default",
            }));
        }
    }

    // What is turned on along with a feature is less of a surprise than what is turned off with it.
    private static Change Judge(string symbol, Change change)
    {
        if (change.Impact == FieldImpact.None)
            return change;
        var judged = SecurityOptions.Kernel.Judge(symbol, change);
        if (judged != change || change.Rule != ChangeRules.KernelConsequence)
            return judged;
        return change.After is not ("n" or null) ? change with { Attention = Attention.Note }
            : !symbol.Contains(Console, StringComparison.Ordinal) ? change
            : change with
            {
                Attention = Attention.Error,
                Meaning = change.Meaning is null ? "a console goes off" : "a console goes off " + change.Meaning,
            };
    }

    private static string Chain(string symbol, IReadOnlyDictionary<string, string> reasons, Dictionary<string, SymbolChange> changed)
    {
        var chain = new List<string>();
        while (reasons.TryGetValue(symbol, out var reason))
        {
            var change = changed[reason];
            chain.Add($"{reason} {change.Before ?? "-"} → {change.After ?? "-"}");
            symbol = reason;
        }

        chain.Reverse();
        return string.Join(", ", chain);
    }

    private Change Unchecked(string symbol) => SecurityOptions.Kernel.Judge(symbol, new(ChangeRules.KernelRequest, "CONFIG_" + symbol)
    {
        Before = Value(_before, symbol),
        After = Value(_after, symbol),
        Layer = (_after.Requests.GetValueOrDefault(symbol) ?? _before.Requests[symbol]).By,
        Meaning = _after.Requests.ContainsKey(symbol) ? null : "no longer asked for",
    });

    private static bool IsDefined(KconfigTree tree, string symbol) => tree.Find(symbol) is { IsDefined: true };

    private static string? Final(Configuration configuration, string symbol) =>
        configuration.Tree.Find(symbol) is { IsDefined: true } defined ? configuration.FinalValueOf(defined) ?? "n" : "n";

    private static string? Value(SharedKernel kernel, string symbol) => kernel.Requests.GetValueOrDefault(symbol)?.Request.Value;

    private static string Base(SharedKernel kernel) => kernel.IsAllNo ? "off" : "its default";

    private static Configuration Configuration(KconfigTree tree, SharedKernel kernel) =>
        new Conf(tree, []).All(kernel.IsAllNo ? NewValues.No : NewValues.Default, kernel.Defconfig);
}
