using System.Diagnostics;
using System.Globalization;
using System.Text;
using Bsp.Build;
using Bsp.Kconfig.Conformance.Comparison;
using Bsp.Kconfig.Conformance.Contract;
using Bsp.Kconfig.Conformance.Fragments;
using Bsp.Kconfig.Conformance.Oracle;

namespace Bsp.Kconfig.Conformance.Fixes;

/// <summary>Asks for fixes of random requests on a large tree, one at a time or two at once, and has conf confirm them.</summary>
/// <remarks>
/// All fixes cannot be tried there. But what holds in one of many other configurations has a fix, so it must be found; and conf
/// has the last word on each.
/// </remarks>
/// <param name="oracle">The target.</param>
/// <param name="tree">The symbols.</param>
/// <param name="seed">Chooses the requests.</param>
internal sealed class RequestRunner(OracleTarget oracle, KconfigTree tree, int seed)
{
    private readonly RandomFragments _fragments = new(tree, seed);
    private readonly Witnesses _witnesses = new(tree, seed);

    /// <summary>Tries a case.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="count">How many requests it has.</param>
    public (CaseOutcome Outcome, FixTotals Totals) Run(int number, int count)
    {
        var fragment = Unmet(number, count);
        var requests = Request.Parse(fragment, "input_allconfig", tree.Dialect.Prefix);
        var configuration = new Conf(tree, []).All(NewValues.Default, fragment);
        var unmet = new RequestCheck(configuration).Unmet(requests);
        var clock = Stopwatch.StartNew();
        var answer = new FixSearch(configuration)
        {
            Remake = further => new Conf(tree, []).All(NewValues.Default, With(fragment, further)),
        }.Find([.. unmet.Select(one => one.Request)], requests)!;
        var took = clock.Elapsed;
        var wanted = unmet.Select(one => one.Request).ToList();
        var isPossible = answer.Outcome == FixOutcome.Found || _witnesses.Show(requests);
        var faults = new List<string>();
        var (isWrong, isLosing) = (false, false);
        if (answer.Outcome == FixOutcome.Found)
        {
            var lines = answer.Further.Concat(wanted.Select(one => new Assignment(tree.Find(one.Symbol)!, one.Value)));
            var final = Ask(number, With(fragment, lines));
            var said = answer.Lost.Select(lost => lost.Request.Symbol).ToHashSet(StringComparer.Ordinal);
            isWrong = !wanted.TrueForAll(final.Has);
            isLosing = !requests.All(request => said.Contains(request.Symbol) || final.Has(request));
            if (isWrong || isLosing)
                faults.Add($"conf does not confirm {answer.Text(tree.Dialect.Prefix)}");
        }
        else if (isPossible)
        {
            faults.Add($"{answer.Text("")}, but another configuration has it");
        }

        var totals = new FixTotals(oracle.Target + (count == 1 ? ", one request" : ", two requests"), "that some configuration has")
        {
            Cases = 1,
            Fixable = isPossible ? 1 : 0,
            Found = answer.Outcome == FixOutcome.Found && !isWrong && !isLosing ? 1 : 0,
            Smallest = answer is { Outcome: FixOutcome.Found, IsSmallest: true } && !isWrong && !isLosing ? 1 : 0,
            Wrong = isWrong ? 1 : 0,
            Losing = isLosing ? 1 : 0,
            Denied = isPossible && answer.Outcome == FixOutcome.None ? 1 : 0,
            Unknown = answer.Outcome == FixOutcome.NotFound ? 1 : 0,
            Milliseconds = [took.TotalMilliseconds],
        };
        var details = faults.Count == 0 ? "" : $"{fragment}{string.Join("\n", faults)}";
        return (new(Case(number, fragment), faults.Count == 0 ? Verdict.Same : Verdict.Different, details, null, took), totals);
    }

    /// <summary>A fragment of so many requests, all of which can be asked for, and not all of which are met.</summary>
    private string Unmet(int number, int count)
    {
        for (var tries = 0; ; tries++)
        {
            var fragment = _fragments.Make(number + (tries * 100_003));
            var lines = fragment.Split('\n').Take(count).ToList();
            fragment = string.Join('\n', lines) + "\n";
            var requests = Request.Parse(fragment, "input_allconfig", tree.Dialect.Prefix);
            if (requests.Count != count)
                continue;
            var unmet = new RequestCheck(new Conf(tree, []).All(NewValues.Default, fragment)).Unmet(requests);
            if (unmet.Count > 0 && unmet.All(one => one.Reason is not (UnmetReason.Unknown or UnmetReason.WrongType)))
                return fragment;
        }
    }

    private string With(string fragment, IEnumerable<Assignment> further) =>
        fragment + string.Concat(further.Select(line => line.ToLine(tree.Dialect)));

    private FinalConfig Ask(int number, string fragment)
    {
        var @case = Case(number, fragment);
        var output = (oracle.Mended ?? oracle.Conf).Run(@case, ShellMode.Replay(oracle.AnswersPath)).Output
            ?? throw new BuildFailedException($"{@case}: conf has failed");
        return new(Encoding.UTF8.GetString(output), tree.Dialect.Prefix);
    }

    private KconfigCase Case(int number, string fragment) => new()
    {
        Target = oracle.Target,
        Name = "request " + number.ToString(CultureInfo.InvariantCulture),
        Operation = KconfigOperation.AllDefConfig,
        Input = Encoding.UTF8.GetBytes(fragment),
    };
}
