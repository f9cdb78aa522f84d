using System.Diagnostics;
using System.Globalization;
using System.Text;
using Bsp.Build;
using Bsp.Kconfig.Conformance.Comparison;
using Bsp.Kconfig.Conformance.Contract;
using Bsp.Kconfig.Conformance.Oracle;

namespace Bsp.Kconfig.Conformance.Fragments;

/// <summary>Asks conf what becomes of a fragment, and compares what the engine says about it with that.</summary>
/// <param name="oracle">The target.</param>
/// <param name="tree">The symbols.</param>
/// <param name="seed">Chooses the fragments.</param>
/// <param name="answers">What is compared with conf.</param>
internal sealed class FragmentRunner(OracleTarget oracle, KconfigTree tree, int seed, FragmentAnswers answers)
{
    // So many of the answers of a mended conf are compared with those of the conf as it is.
    private const int CrossChecked = 5;

    private readonly RandomFragments _fragments = new(tree, seed);

    /// <summary>Tries a fragment: all requests that conf drops or changes are reported, no others, and what is proposed helps.</summary>
    public (CaseOutcome Outcome, FragmentTotals Totals) Run(int number)
    {
        var fragment = _fragments.Make(number);
        var @case = Case("fragment " + number.ToString(CultureInfo.InvariantCulture), fragment);
        var totals = new FragmentTotals(oracle.Target.ToString());
        var clock = Stopwatch.StartNew();
        try
        {
            var final = Ask(@case, number < CrossChecked);
            var requests = Request.Parse(fragment, @case.InputName, tree.Dialect.Prefix);
            var asked = clock.Elapsed;
            clock.Restart();
            var configuration = new Conf(tree, []).All(NewValues.Default, fragment);
            var reported = answers.Unmet(configuration, requests).ToHashSet(StringComparer.Ordinal);
            var took = clock.Elapsed;
            var lost = requests.Where(request => !final.Has(request)).Select(request => request.Symbol).ToHashSet(StringComparer.Ordinal);
            List<string> faults =
            [
                .. lost.Except(reported).Select(name => $"conf does not keep {name}, and it is not reported"),
                .. reported.Except(lost).Select(name => $"{name} is reported, and conf keeps it"),
            ];
            var proposed = 0;
            foreach (var request in requests.Where(request => lost.Contains(request.Symbol)))
            {
                if (tree.Find(request.Symbol) is not { IsDefined: true } symbol
                    || answers.Fix(configuration, request, requests) is not { Outcome: FixOutcome.Found, Further: var further })
                    continue;
                proposed++;
                var whole = fragment
                    + string.Concat(
                        further.Append(new Assignment(symbol, request.Value)).Select(assignment => assignment.ToLine(tree.Dialect)));
                if (!Ask(Case(@case.Name + " with " + request.Symbol, whole), isCrossChecked: false).Has(request))
                    faults.Add($"{request.Symbol}={request.Value} is not reached with what is proposed:\n{whole}");
            }

            var details = faults.Count == 0 ? "" : $"{fragment}{string.Join("\n", faults)}";
            return (new(@case, faults.Count == 0 ? Verdict.Same : Verdict.Different, details, asked, took),
                totals with { Fragments = 1, Requests = requests.Count, Lost = lost.Count, Proposed = proposed });
        }
#pragma warning disable CA1031 // Whatever an engine throws is a failed case, not the end of the run.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return (new(@case, Verdict.Failed, fragment + exception, null, clock.Elapsed), totals);
        }
    }

    private FinalConfig Ask(KconfigCase @case, bool isCrossChecked)
    {
        var output = Output(oracle.Mended ?? oracle.Conf, @case);
        if (isCrossChecked && oracle.Mended is not null && !Output(oracle.Conf, @case).AsSpan().SequenceEqual(output))
            throw new BuildFailedException("the mended conf makes another .config than the conf as it is");
        return new(Encoding.UTF8.GetString(output), tree.Dialect.Prefix);
    }

    private byte[] Output(Oracle.Conf conf, KconfigCase @case) =>
        conf.Run(@case, ShellMode.Replay(oracle.AnswersPath)).Output ?? throw new BuildFailedException($"{@case}: conf has failed");

    private KconfigCase Case(string name, string fragment) =>
        new() { Target = oracle.Target, Name = name, Operation = KconfigOperation.AllDefConfig, Input = Encoding.UTF8.GetBytes(fragment) };
}
