using System.Diagnostics;
using System.Globalization;
using System.Text;
using Bsp.Build;
using Bsp.Kconfig.Conformance.Comparison;
using Bsp.Kconfig.Conformance.Contract;
using Bsp.Kconfig.Conformance.Fragments;
using Bsp.Kconfig.Conformance.Oracle;
using Bsp.Review;
using Bsp.Review.Changes;
using Bsp.Review.Platform;
using Bsp.Review.Revisions;

namespace Bsp.Kconfig.Conformance.Changes;

/// <summary>Runs conf before and after a change, and compares what a review says of the change with how the two results differ.</summary>
/// <param name="oracle">The target.</param>
/// <param name="tree">The symbols.</param>
/// <param name="boards">Boards of the architecture.</param>
/// <param name="seed">Chooses the changes.</param>
internal sealed class ChangeRunner(OracleTarget oracle, KconfigTree tree, IReadOnlyList<BoardArtifacts> boards, int seed)
{
    // So many of the answers of a mended conf are compared with those of the conf as it is.
    private const int CrossChecked = 3;
    private const string Off = "n";

    private readonly RandomChanges _changes = new(boards, tree, seed);

    /// <summary>Says what a change does.</summary>
    public required Func<ReviewInput, IReadOnlyList<Change>> Review { get; init; }

    /// <summary>What a review shows.</summary>
    public static IReadOnlyList<Change> Shown(ReviewInput input) => Reviewer.Review(input).Boards.Single().Changes;

    /// <summary>Tries a change: each symbol whose value conf changes is shown with both values, and no other.</summary>
    public (CaseOutcome Outcome, ChangeTotals Totals) Run(int number)
    {
        var (before, after) = _changes.Make(number);
        var totals = new ChangeTotals(oracle.Target.ToString());
        var @case = Case($"change {number.ToString(CultureInfo.InvariantCulture)} of {before.Board} on {before.Distribution}", after);
        var clock = Stopwatch.StartNew();
        try
        {
            var (old, now) = (Ask(Case(@case.Name + ", before", before), number), Ask(@case, number));
            var asked = clock.Elapsed;
            clock.Restart();
            var kernels = new TheKernel(tree);
            var shown = Review(new(new("before", [before]), new("after", [after])) { BaseKernels = kernels, HeadKernels = kernels });
            var took = clock.Elapsed;
            var differences = old.Keys.Union(now.Keys)
                .Select(symbol => (Symbol: symbol, Before: old.GetValueOrDefault(symbol, Off), After: now.GetValueOrDefault(symbol, Off)))
                .Where(difference => difference.Before != difference.After)
                .ToDictionary(
                    difference => difference.Symbol, difference => $"{difference.Before} → {difference.After}", StringComparer.Ordinal);
            var lost = shown.Where(change => change.Rule == ChangeRules.KernelLost || change.Rule == ChangeRules.KernelLostBefore).ToList();
            var lostNames = lost.Select(change => change.Subject).ToHashSet(StringComparer.Ordinal);
            // What is lost is shown with what was asked for and what it is.
            var said = shown.Where(change => change.Rule == ChangeRules.KernelDone || change.Rule == ChangeRules.KernelConsequence)
                .Select(change => (change.Subject, Before: change.Before ?? Off, After: change.After ?? Off))
                .Where(change => change.Before != change.After)
                .ToDictionary(change => change.Subject, change => $"{change.Before} → {change.After}", StringComparer.Ordinal);
            List<string> faults =
            [
                .. differences.Where(difference => !lostNames.Contains(difference.Key)
                    && said.GetValueOrDefault(difference.Key) != difference.Value)
                    .Select(difference => $"conf: {difference.Key}: {difference.Value}; shown: "
                        + (said.GetValueOrDefault(difference.Key) ?? "nothing")),
                .. said.Where(one => !differences.ContainsKey(one.Key))
                    .Select(one => $"conf changes nothing; shown: {one.Key}: {one.Value}"),
                .. lost.Where(change => now.GetValueOrDefault(change.Subject, Off) is var value
                        && (value != (change.After ?? Off) || value == change.Before))
                    .Select(change => $"conf: {change.Subject} is {now.GetValueOrDefault(change.Subject, Off)}; "
                        + $"shown as lost: {change.Before} → {change.After}"),
            ];
            return (new(@case, faults.Count == 0 ? Verdict.Same : Verdict.Different, string.Join('\n', faults), asked, took),
                totals with { Changes = 1, Symbols = differences.Count, Lost = lost.Count });
        }
#pragma warning disable CA1031 // Whatever an engine throws is a failed case, not the end of the run.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return (new(@case, Verdict.Failed, exception.ToString(), null, clock.Elapsed), totals);
        }
    }

    private Dictionary<string, string> Ask(KconfigCase @case, int number)
    {
        var output = Output(oracle.Mended ?? oracle.Conf, @case);
        if (number < CrossChecked && oracle.Mended is not null && !Output(oracle.Conf, @case).AsSpan().SequenceEqual(output))
            throw new BuildFailedException("the mended conf makes another .config than the conf as it is");
        return FinalConfig.Values(Encoding.UTF8.GetString(output));
    }

    private byte[] Output(Oracle.Conf conf, KconfigCase @case) =>
        conf.Run(@case, ShellMode.Replay(oracle.AnswersPath)).Output ?? throw new BuildFailedException($"{@case}: conf has failed");

    private KconfigCase Case(string name, BoardArtifacts board) => new()
    {
        Target = oracle.Target,
        Name = name,
        Operation = board.Kernel!.IsAllNo ? KconfigOperation.AllNoConfig : KconfigOperation.AllDefConfig,
        Input = Encoding.UTF8.GetBytes(RandomChanges.Defconfig(board)),
    };

    private sealed class TheKernel(KconfigTree tree) : IKernels
    {
        public KconfigTree? Kconfig(string source, string architecture) => tree;

        public string? Tree(string source, string architecture, string path) => null;
    }
}
