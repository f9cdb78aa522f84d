using System.Collections.Immutable;
using Bsp.Artifacts;
using Bsp.Generators.Evaluation;
using Bsp.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bsp.Generators.Tests.Harness;

/// <summary>A generator at work, as an editor drives it: edit after edit.</summary>
internal sealed class RunningGenerator
{
    private readonly EvaluationCache _cache = new();
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;
    private int _before;

    public RunningGenerator(CSharpCompilation compilation, Func<Board, Distribution, Seq<GeneratedFile>>? plan = null)
    {
        Diagnose.AssertCompiles(compilation);
        _compilation = compilation;
        _driver = CSharpGeneratorDriver.Create(
            [new BoardGenerator(_cache, plan ?? ArtifactPlanner.Plan).AsSourceGenerator()],
            parseOptions: TestCompilation.ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        Run();
    }

    /// <summary>Members that were evaluated since the last edit.</summary>
    public int Evaluations => _cache.Evaluations - _before;

    public GeneratorRunResult Result => Assert.Single(_driver.GetRunResult().Results);

    public void Edit(string path, Func<string, string> change) => Run(_compilation.Edit(path, change));

    public void Add(string path, string text) => Run(_compilation.AddSyntaxTrees(TestCompilation.Parse(path, text)));

    public void Forget() => _before = _cache.Evaluations;

    /// <summary>How many outputs of the step were made again, even with an equal result.</summary>
    public int Ran(string step) =>
        Steps(step).Count(
            output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified
                or IncrementalStepRunReason.Unchanged);

    public string Values<T>(string step) => string.Join("\n", Steps(step).Select(output => output.Value));

    public IEnumerable<object> Outputs(string[] steps) => steps.SelectMany(Steps).Select(output => output.Value);

    /// <summary>The program with the generated sources in it.</summary>
    public System.Reflection.Assembly Compile()
    {
        _driver.RunGeneratorsAndUpdateCompilation(
            _compilation, out var compilation, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        Diagnose.AssertCompiles(compilation);
        return BothWays.Load((CSharpCompilation)compilation);
    }

    /// <summary>What the analyzer reports on the compilation with the generated files in it.</summary>
    public ImmutableArray<Diagnostic> Analyze()
    {
        _driver.RunGeneratorsAndUpdateCompilation(_compilation, out var compilation, out _, TestContext.Current.CancellationToken);
        Diagnose.AssertCompiles(compilation);
        return
        [
            .. Diagnose.BesidesNotes(
                compilation.WithAnalyzers([new BoardAnalyzer(_cache)])
                    .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken)
                    .GetAwaiter()
                    .GetResult()),
        ];
    }

    private IEnumerable<(object Value, IncrementalStepRunReason Reason)> Steps(string step) =>
        Result.TrackedSteps.TryGetValue(step, out var runs) ? runs.SelectMany(run => run.Outputs) : [];

    private void Run(CSharpCompilation? compilation = null)
    {
        _before = _cache.Evaluations;
        _compilation = compilation ?? _compilation;
        _driver = _driver.RunGenerators(_compilation, TestContext.Current.CancellationToken);
        Assert.Null(Result.Exception);
    }
}
