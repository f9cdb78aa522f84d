using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Bsp.Kconfig.Conformance.Changes;
using Bsp.Kconfig.Conformance.Contract;
using Bsp.Kconfig.Conformance.Fixes;
using Bsp.Kconfig.Conformance.Fragments;

namespace Bsp.Kconfig.Conformance.Comparison;

/// <summary>Collects outcomes and counts them. Outcomes come from several threads.</summary>
/// <param name="engine">The engine's name.</param>
public sealed class ConformanceReport(string engine)
{
    private readonly ConcurrentQueue<CaseOutcome> _outcomes = new();
    private readonly ConcurrentQueue<(string What, string Reason)> _missing = new();
    private readonly ConcurrentQueue<(string Tree, string Origin)> _trees = new();
    private readonly ConcurrentQueue<FragmentTotals> _fragments = new();
    private readonly ConcurrentQueue<FixTotals> _fixes = new();
    private readonly ConcurrentQueue<ChangeTotals> _changes = new();

    /// <summary>All outcomes so far.</summary>
    public IReadOnlyCollection<CaseOutcome> Outcomes => _outcomes;

    /// <summary>What could not be had: trees and architectures with the reason.</summary>
    public IReadOnlyCollection<(string What, string Reason)> Missing => _missing;

    /// <summary>What fixes have shown, for each tree.</summary>
    internal IEnumerable<FixTotals> Fixes =>
        _fixes.GroupBy(totals => totals.Target)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Aggregate((a, b) => a + b));

    /// <summary>Whether no case differs or failed.</summary>
    public bool IsClean => _outcomes.All(outcome => outcome.Verdict is Verdict.Same or Verdict.Skipped);

    /// <summary>The count in one line.</summary>
    public string Summary
    {
        get
        {
            var missing = _missing.IsEmpty ? "" : $", {_missing.Count} trees or architectures not compared";
            return $"{Count(Verdict.Same)} the same, {Count(Verdict.Different)} different, {Count(Verdict.Failed)} failed, "
                + $"{Count(Verdict.Skipped)} skipped{missing}";
        }
    }

    /// <summary>Adds an outcome.</summary>
    public void Add(CaseOutcome outcome) => _outcomes.Enqueue(outcome);

    /// <summary>Adds what fragments have shown.</summary>
    internal void Add(FragmentTotals totals) => _fragments.Enqueue(totals);

    /// <summary>Adds what fixes have shown.</summary>
    internal void Add(FixTotals totals) => _fixes.Enqueue(totals);

    /// <summary>Adds what changes have shown.</summary>
    internal void Add(ChangeTotals totals) => _changes.Enqueue(totals);

    /// <summary>Adds a tree that is compared, and where it comes from.</summary>
    public void AddTree(string tree, string origin) => _trees.Enqueue((tree, origin));

    /// <summary>Adds something that could not be had.</summary>
    public void Miss(string what, string reason) => _missing.Enqueue((what, reason));

    /// <summary>The report: counts for each tree, architecture and operation, what could not be had, and the cases that differ.</summary>
    /// <param name="command">The command that made it.</param>
    /// <param name="shownCases">How many cases that differ are shown with their first lines.</param>
    public string ToMarkdown(string command, int shownCases)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"# Kconfig conformance\n\n{engine}, compared with the conf of each tree: {Summary}.\n\nMade by `{command}`.\n\n");
        text.AppendJoin("", _trees.Select(tree => $"- {tree.Tree}: {tree.Origin}\n")).Append('\n');
        text.Append("| tree | architecture | operation | same | different | failed | skipped |\n|---|---|---|--:|--:|--:|--:|\n");
        foreach (var row in Rows())
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {row.Tree} | {row.Architecture} | {row.Operation} | {row.Counts[0]} | {row.Counts[1]} | "
                + $"{row.Counts[2]} | {row.Counts[3]} |\n");
        }

        if (Totals().Any())
            text.Append('\n').AppendJoin("", Totals().Select(totals => $"- {totals}\n"));
        if (!_missing.IsEmpty)
        {
            text.Append("\n## Not compared\n\n")
                .AppendJoin("", _missing.Order().Select(missing => $"- {missing.What}: {missing.Reason.Split('\n')[0]}\n"));
        }

        var bad = Bad();
        if (bad.Count > 0)
        {
            text.Append(
                CultureInfo.InvariantCulture, $"\n## Differences\n\n{bad.Count} cases; the first {Math.Min(bad.Count, shownCases)}:\n");
        }

        foreach (var outcome in bad.Take(shownCases))
            text.Append(CultureInfo.InvariantCulture, $"\n### {outcome.Case}\n\n```diff\n{outcome.Details}\n```\n");
        return text.ToString();
    }

    /// <summary>The counts as lines for a terminal, with the median times of conf and engine in milliseconds.</summary>
    public IEnumerable<string> Lines()
    {
        var rows = Rows();
        yield return $"{"tree",-14} {"arch",-27} {"operation",-14} {"same",5} {"diff",5} {"fail",5} {"skip",5} {"conf ms",8} "
            + $"{"engine ms",9}";
        foreach (var row in rows)
        {
            yield return $"{row.Tree,-14} {row.Architecture,-27} {row.Operation,-14} {row.Counts[0],5} {row.Counts[1],5} "
                + $"{row.Counts[2],5} {row.Counts[3],5} {Median(row.Oracle),8} {Median(row.Engine),9}";
        }

        foreach (var totals in Totals())
            yield return totals;
    }

    private IEnumerable<string> Totals() =>
    [
        .. _fragments.GroupBy(totals => totals.Target)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Aggregate((a, b) => a + b).ToString()),
        .. Fixes.Select(totals => totals.ToString()),
        .. _changes.GroupBy(totals => totals.Target)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Aggregate((a, b) => a + b).ToString()),
    ];

    private List<CaseOutcome> Bad() =>
    [
        .. _outcomes.Where(outcome => outcome.Verdict is Verdict.Different or Verdict.Failed)
            .OrderBy(outcome => outcome.Case.ToString(), StringComparer.Ordinal),
    ];

    private List<Row> Rows() =>
    [
        .. _outcomes.GroupBy(outcome => (outcome.Case.Target.Tree, outcome.Case.Target.Architecture, outcome.Case.Operation))
            .OrderBy(group => group.Key.Tree, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Architecture, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Operation)
            .Select(group => new Row(
                group.Key.Tree,
                group.Key.Architecture,
                group.Key.Operation,
                [.. Enum.GetValues<Verdict>().Select(verdict => group.Count(outcome => outcome.Verdict == verdict))],
                [.. group.Where(outcome => outcome.Oracle is not null).Select(outcome => outcome.Oracle!.Value)],
                [.. group.Where(outcome => outcome.Verdict is Verdict.Same or Verdict.Different).Select(outcome => outcome.Engine)])),
    ];

    private int Count(Verdict verdict) => _outcomes.Count(outcome => outcome.Verdict == verdict);

    private static string Median(IReadOnlyList<TimeSpan> times) =>
        times.Count == 0 ? "-" : times.Order().ElementAt(times.Count / 2).TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture);

    private sealed record Row(
        string Tree, string Architecture, KconfigOperation Operation, IReadOnlyList<int> Counts, IReadOnlyList<TimeSpan> Oracle,
        IReadOnlyList<TimeSpan> Engine);
}
