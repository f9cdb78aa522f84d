using System.Diagnostics;
using Bsp.Build;
using Bsp.Kconfig.Conformance.Cases;
using Bsp.Kconfig.Conformance.Contract;
using Bsp.Kconfig.Conformance.Oracle;

namespace Bsp.Kconfig.Conformance.Comparison;

/// <summary>Runs conf and the engine on cases.</summary>
/// <param name="cache">Has conf's results.</param>
/// <param name="engine">The engine; null to make conf's results only.</param>
/// <param name="comparer">Compares.</param>
internal sealed class CaseRunner(OracleCache cache, IKconfigUnderTest? engine, ResultComparer comparer)
{
    /// <summary>Runs a case and those that follow from it.</summary>
    /// <param name="oracle">The target.</param>
    /// <param name="plan">The cases.</param>
    /// <param name="operations">The operations that are compared; all when empty.</param>
    public IEnumerable<CaseOutcome> Run(OracleTarget oracle, CasePlan plan, IReadOnlyList<KconfigOperation> operations)
    {
        bool IsWanted(KconfigOperation operation) => operations.Count == 0 || operations.Contains(operation);
        var isWanted = plan.IsCompared && IsWanted(plan.Operation);
        if (!isWanted && plan.Then.Count == 0)
            yield break;
        var (outcome, result) = Run(oracle, plan.First(), isWanted);
        if (isWanted || outcome.Verdict == Verdict.Failed)
            yield return outcome;
        if (result?.Output is not { } output)
            yield break;
        foreach (var next in plan.Then.Select(make => make(output))
            .Where(next => IsWanted(next.Operation) && oracle.Conf.Kind.ConfArguments(next) is not null))
            yield return Run(oracle, next, isCompared: true).Outcome;
    }

    private (CaseOutcome Outcome, KconfigResult? Oracle) Run(OracleTarget oracle, KconfigCase @case, bool isCompared)
    {
        var clock = Stopwatch.StartNew();
        TimeSpan? asked = null;
        KconfigResult? expected = null;
        try
        {
            (expected, var ran) = cache.Run(oracle, @case);
            asked = ran ? clock.Elapsed : null;
            // Two failures are alike, and show nothing.
            if (expected.ExitStatus != 0)
            {
                throw new BuildFailedException(
                    $"conf itself ends with status {expected.ExitStatus}: {System.Text.Encoding.UTF8.GetString(expected.StandardError)}");
            }

            if (engine is null || !isCompared || !engine.Supports(@case))
                return (new(@case, Verdict.Skipped, "", asked, TimeSpan.Zero), expected);
            clock.Restart();
            var actual = engine.Run(@case);
            var took = clock.Elapsed;
            var difference = comparer.Difference(@case, expected, actual);
            return (new(@case, difference.Length == 0 ? Verdict.Same : Verdict.Different, difference, asked, took), expected);
        }
#pragma warning disable CA1031 // Whatever an engine throws is a failed case, not the end of the run.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return (new(
                @case, Verdict.Failed, exception is BuildFailedException ? exception.Message : exception.ToString(), asked, clock.Elapsed),
                expected);
        }
    }
}
