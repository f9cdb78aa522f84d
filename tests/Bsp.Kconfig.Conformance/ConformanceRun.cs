using System.Collections.Concurrent;
using Bsp.Build;
using Bsp.Build.Progress;
using Bsp.Kconfig.Conformance.Cases;
using Bsp.Kconfig.Conformance.Changes;
using Bsp.Kconfig.Conformance.Comparison;
using Bsp.Kconfig.Conformance.Contract;
using Bsp.Kconfig.Conformance.Engines;
using Bsp.Kconfig.Conformance.Fixes;
using Bsp.Kconfig.Conformance.Fragments;
using Bsp.Kconfig.Conformance.Oracle;
using Bsp.Kconfig.Conformance.RandomTrees;
using Bsp.Kconfig.Conformance.SourceTrees;
using Bsp.Kconfig.Conformance.Vectors;
using Bsp.Review;
using Bsp.Review.Changes;

namespace Bsp.Kconfig.Conformance;

/// <summary>Compares an engine with conf on all that the options name.</summary>
/// <param name="options">What is compared.</param>
/// <param name="settings">Where the store is.</param>
/// <param name="console">Shows how trees are prepared.</param>
/// <param name="show">Receives each case that differs, as it happens.</param>
internal sealed class ConformanceRun(ConformanceOptions options, BuildSettings settings, IBuildConsole console, Action<CaseOutcome> show)
    : IDisposable
{
    private readonly OracleBuilder _oracles = new(settings, console);
    private readonly OracleCache _cache = new(settings.CacheFolder);
    private readonly ConcurrentDictionary<KconfigTarget, OracleTarget> _targets = new();

    /// <summary>The engine, instead of the one that the options name.</summary>
    public IKconfigUnderTest? Engine { get; init; }

    /// <summary>Says what a change does, instead of the review.</summary>
    public Func<ReviewInput, IReadOnlyList<Change>> Review { get; init; } = ChangeRunner.Shown;

    /// <summary>Proposes fixes, instead of the engine.</summary>
    public Func<FixCase, FixAnswer> Propose { get; init; } = FixRunner.Proposed;

    /// <summary>What is said of fragments, instead of what the engine says.</summary>
    public FragmentAnswers Answers { get; init; } = FragmentAnswers.OfEngine;

    /// <summary>Compares.</summary>
    /// <returns>The outcomes.</returns>
    public async Task<ConformanceReport> RunAsync(CancellationToken cancel)
    {
        var engine = Engine ?? EngineCatalog.Create(options.Engine, target => _targets[target]);
        using var disposed = engine as IDisposable;
        var report = new ConformanceReport(engine?.Name ?? "no engine");
        foreach (var name in options.Trees.Count > 0 ? options.Trees : TreeCatalog.NamesIn(_oracles.Sources))
        {
            if (await HaveAsync(name, report, cancel).ConfigureAwait(false) is not (var tree, var root))
                continue;
            report.AddTree(tree.Name, tree.Origin);
            if (options.Vectors)
                await new VectorRunner(_oracles, _targets, engine, Comparer).RunAsync(
                    tree, root, outcome => Add(report, outcome), cancel).ConfigureAwait(false);
            else if (options.Fixes > 0)
                await CompareFixesAsync(tree, report, cancel).ConfigureAwait(false);
            else if (options.RandomTrees > 0)
                await CompareRandomTreesAsync(tree, engine, report, cancel).ConfigureAwait(false);
            else
                await CompareAsync(tree, root, engine, report, cancel).ConfigureAwait(false);
        }

        return report;
    }

    /// <inheritdoc/>
    public void Dispose() => _oracles.Dispose();

    private ResultComparer Comparer => new(options.Show, options.Messages);

    private async Task<(OracleTree Tree, string Root)?> HaveAsync(string name, ConformanceReport report, CancellationToken cancel)
    {
        try
        {
            var tree = _oracles.Find(name, options.Folders);
            return (tree, await _oracles.UnpackAsync(tree, cancel).ConfigureAwait(false));
        }
        catch (BuildFailedException exception) when (TreeCatalog.NamesIn(_oracles.Sources).Contains(name))
        {
            report.Miss(name, exception.Message);
            console.Note($"{name} is not compared: {exception.Message}");
            return null;
        }
    }

    private async Task CompareRandomTreesAsync(
        OracleTree tree, IKconfigUnderTest? engine, ConformanceReport report, CancellationToken cancel)
    {
        if (engine is null)
            return;
        if (tree.Kind == SourceTreeKind.BusyBox)
        {
            report.Miss(tree.Name, "without a default, its conf asks for a number again and again");
            return;
        }

        var conf = await _oracles.ConfAsync(tree, cancel).ConfigureAwait(false);
        var runner = new RandomTreeRunner(tree, conf, engine, options.Show, options.Seed);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = cancel };
        Parallel.For(0, options.RandomTrees, parallel, number =>
        {
            foreach (var outcome in runner.Run(number))
                Add(report, outcome);
        });
    }

    private async Task CompareAsync(
        OracleTree tree, string root, IKconfigUnderTest? engine, ConformanceReport report, CancellationToken cancel)
    {
        var runner = new CaseRunner(_cache, engine, Comparer);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = cancel };
        foreach (var architecture in tree.Kind.Architectures(root)
            .Where(architecture => options.Architectures.Count == 0 || options.Architectures.Contains(architecture)))
        {
            if (await TargetAsync(tree, architecture, report, cancel).ConfigureAwait(false) is not { } target)
                continue;
            await Task.Run(
                () =>
                {
                    if (options.Changes > 0)
                        RunChanges(target, parallel, report);
                    else if (options.Fragments > 0)
                        RunFragments(target, parallel, report);
                    else if (options.Requests + options.Pairs > 0)
                        RunRequests(target, parallel, report);
                    else
                        Parallel.ForEach(Plans(target), parallel, plan => RunPlan(target, plan, runner, report));
                },
                cancel).ConfigureAwait(false);
        }
    }

    private async Task CompareFixesAsync(OracleTree tree, ConformanceReport report, CancellationToken cancel)
    {
        var runner = new FixRunner(
            tree, await _oracles.ConfAsync(tree, cancel).ConfigureAwait(false), BspKconfig.DialectOf(tree.Name)!, options.Seed)
        {
            Propose = Propose,
        };
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = cancel };
        await Task.Run(
            () => Parallel.For(0, options.Fixes, parallel, number =>
            {
                var (outcome, totals) = runner.Run(number);
                report.Add(totals);
                Add(report, outcome);
            }),
            cancel).ConfigureAwait(false);
    }

    private async Task<OracleTarget?> TargetAsync(OracleTree tree, string architecture, ConformanceReport report, CancellationToken cancel)
    {
        try
        {
            var target = await _oracles.TargetAsync(tree, architecture, cancel).ConfigureAwait(false);
            _targets[target.Target] = target;
            return target;
        }
        catch (BuildFailedException exception)
        {
            report.Miss($"{tree.Name} {architecture}", exception.Message);
            console.Note($"{tree.Name} {architecture} is not compared: {exception.Message}");
            return null;
        }
    }

    private IReadOnlyList<CasePlan> Plans(OracleTarget target)
    {
        var plans = new CasePlanner(target, options.Seed).All(options.Random)
            .Where(plan => plan.Name.Contains(options.CaseText ?? "", StringComparison.Ordinal))
            .ToList();
        return options.Sample is { } count ? Sample.Of(plans, plan => plan.Operation + " " + plan.Name, count, options.Seed) : plans;
    }

    private void RunFragments(OracleTarget target, ParallelOptions parallel, ConformanceReport report)
    {
        if (BspKconfig.Read(target.Target) is not { Tree: { } tree })
        {
            report.Miss(target.Target.ToString(), "the engine does not read it");
            return;
        }

        var runner = new FragmentRunner(target, tree, options.Seed, Answers);
        Parallel.For(0, options.Fragments, parallel, number =>
        {
            var (outcome, totals) = runner.Run(number);
            report.Add(totals);
            Add(report, outcome);
        });
    }

    private void RunChanges(OracleTarget target, ParallelOptions parallel, ConformanceReport report)
    {
        var boards = RandomChanges.Boards(settings.RepositoryRoot, target.Target.Architecture);
        if (boards.Count == 0 || BspKconfig.Read(target.Target) is not { Tree: { } tree })
        {
            report.Miss(target.Target.ToString(), boards.Count == 0 ? "no board has such a kernel" : "the engine does not read it");
            return;
        }

        var runner = new ChangeRunner(target, tree, boards, options.Seed) { Review = Review };
        Parallel.For(0, options.Changes, parallel, number =>
        {
            var (outcome, totals) = runner.Run(number);
            report.Add(totals);
            Add(report, outcome);
        });
    }

    private void RunRequests(OracleTarget target, ParallelOptions parallel, ConformanceReport report)
    {
        if (BspKconfig.Read(target.Target) is not { Tree: { } tree })
        {
            report.Miss(target.Target.ToString(), "the engine does not read it");
            return;
        }

        var runner = new RequestRunner(target, tree, options.Seed);
        Parallel.For(0, options.Requests + options.Pairs, parallel, number =>
        {
            var (outcome, totals) = runner.Run(number, number < options.Requests ? 1 : 2);
            report.Add(totals);
            Add(report, outcome);
        });
    }

    private void RunPlan(OracleTarget target, CasePlan plan, CaseRunner runner, ConformanceReport report)
    {
        foreach (var outcome in runner.Run(target, plan, options.Operations))
            Add(report, outcome);
    }

    private void Add(ConformanceReport report, CaseOutcome outcome)
    {
        report.Add(outcome);
        if (outcome.Verdict is Verdict.Different or Verdict.Failed)
            show(outcome);
    }
}
