using System.Diagnostics;
using System.Globalization;
using System.Text;
using Bsp.Build;
using Bsp.Kconfig.Conformance.Comparison;
using Bsp.Kconfig.Conformance.Contract;
using Bsp.Kconfig.Conformance.Fragments;
using Bsp.Kconfig.Conformance.Oracle;
using Bsp.Kconfig.Conformance.SourceTrees;

namespace Bsp.Kconfig.Conformance.Fixes;

/// <summary>Compares the fixes that are proposed for unmet requests of small random trees with the smallest there are.</summary>
/// <param name="tree">The tree whose conf confirms them.</param>
/// <param name="conf">Its conf.</param>
/// <param name="dialect">The dialect of the random trees.</param>
/// <param name="seed">Chooses the trees.</param>
internal sealed class FixRunner(OracleTree tree, Oracle.Conf conf, KconfigDialect dialect, int seed)
{
    // 128 and the number of SIGSEGV, as .NET has it.
    private const int Crashed = 139;

    /// <summary>Proposes further lines for a case; null when it finds none.</summary>
    public required Func<FixCase, FixAnswer> Propose { get; init; }

    /// <summary>Tries a case.</summary>
    /// <param name="number">Its number.</param>
    public (CaseOutcome Outcome, FixTotals Totals) Run(int number)
    {
        var @case = FixCase.Make(dialect, seed, number);
        var named = Case(number, root: "");
        if (Ask(number, @case, []) is null)
            return (new(named, Verdict.Skipped, "conf itself crashes on the tree", null, TimeSpan.Zero), Totals(0));
        var clock = Stopwatch.StartNew();
        var proposed = Propose(@case);
        var took = clock.Elapsed;
        var truth = FixTruth.Of(@case);
        var kept = FixTruth.Kept(@case);
        var totals = Totals(1) with { Fixable = truth is null ? 0 : 1, Milliseconds = [took.TotalMilliseconds] };
        var faults = new List<string>();
        // The truth is only as good as the engine that it was tried with.
        if (truth is not null && !(Ask(number, @case, truth) is { } tried && tried.Has(@case.Wanted) && kept.All(tried.Has)))
            faults.Add($"conf does not confirm what was found by trial: {string.Join(", ", truth)}");
        if (proposed.Outcome == FixOutcome.Found)
        {
            var final = Ask(number, @case, proposed.Further);
            var said = proposed.Lost.Select(lost => lost.Request.Symbol).ToHashSet(StringComparer.Ordinal);
            var isWrong = final?.Has(@case.Wanted) != true;
            var isLosing = !kept.All(request => said.Contains(request.Symbol) || final?.Has(request) == true);
            var text = string.Join(", ", proposed.Further);
            if (isWrong)
                faults.Add($"conf does not confirm {text}");
            else if (isLosing)
                faults.Add($"{text} loses another request");
            else if (truth is not null && said.Count > 0)
                faults.Add($"{text} costs {string.Join(", ", said)}, {string.Join(", ", truth)} nothing");
            else if (truth is not null && proposed.Further.Count > truth.Count)
                faults.Add($"{text} is more than {string.Join(", ", truth)}");
            else if (truth is null && said.Count == 0 && proposed.Further.Count <= FixTruth.MaximumChanges)
                faults.Add($"{text} was not found by trial");
            var isFound = truth is not null && !isWrong && !isLosing && said.Count == 0;
            totals = totals with
            {
                Wrong = isWrong ? 1 : 0,
                Losing = isLosing && !isWrong ? 1 : 0,
                Found = isFound ? 1 : 0,
                Smallest = isFound && proposed.Further.Count <= truth!.Count ? 1 : 0,
            };
        }
        else if (truth is not null)
        {
            faults.Add($"{proposed.Outcome}: {string.Join(", ", truth)}");
            totals = totals with { Denied = proposed.Outcome == FixOutcome.None ? 1 : 0 };
        }

        totals = totals with { Unknown = proposed.Outcome == FixOutcome.NotFound ? 1 : 0 };
        var details = faults.Count == 0 ? "" : $"{@case}--- faults\n{string.Join("\n", faults)}";
        return (new(named, faults.Count == 0 ? Verdict.Same : Verdict.Different, details, null, took), totals);
    }

    /// <summary>What the engine proposes.</summary>
    public static FixAnswer Proposed(FixCase @case) =>
        new FixSearch(new Conf(@case.Tree, []).All(NewValues.Default, @case.Fragment))
        {
            Remake = further => new Conf(@case.Tree, []).All(
                NewValues.Default, @case.Fragment + string.Concat(further.Select(line => line.ToLine(@case.Tree.Dialect)))),
        }.Find([@case.Wanted], @case.Requests)!;

    private FixTotals Totals(int cases) =>
        new($"random trees, {tree.Name}", FormattableString.Invariant($"with a fix of at most {FixTruth.MaximumChanges} lines"))
        {
            Cases = cases,
        };

    private KconfigCase Case(int number, string root) => new()
    {
        Target = new()
        {
            Tree = tree.Name,
            Architecture = "random",
            Root = root,
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["srctree"] = root },
            ShellAnswers = new Dictionary<string, byte[]>(),
        },
        Name = "fix " + number.ToString(CultureInfo.InvariantCulture),
        Operation = KconfigOperation.AllDefConfig,
    };

    // From 6.12 on, conf crashes on some expressions, such as (!A || B!=y) && B=y, or says that it has lost its way in them.
    private FinalConfig? Ask(int number, FixCase @case, IReadOnlyList<Assignment> further)
    {
        var folder = Directory.CreateTempSubdirectory("bsp-fix-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "Kconfig"), @case.Text);
            var result = conf.Run(
                Case(number, folder.FullName) with { Input = Encoding.UTF8.GetBytes(FixTruth.With(@case, further)) }, ShellMode.Real);
            var error = Encoding.UTF8.GetString(result.StandardError);
            if (result.ExitStatus == Crashed || error.Contains("How to check", StringComparison.Ordinal))
                return null;
            return result.Output is { } output ? new(Encoding.UTF8.GetString(output), dialect.Prefix)
                : throw new BuildFailedException($"conf has failed:\n{error}\n{@case}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
