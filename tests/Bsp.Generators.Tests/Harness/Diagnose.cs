using System.Collections.Immutable;
using Bsp.Generators.Evaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bsp.Generators.Tests.Harness;

/// <summary>Runs the analyzer.</summary>
internal static class Diagnose
{
    /// <summary>Asserts that exactly the marked places are reported, and gives the messages in their order.</summary>
    public static Task<IReadOnlyList<string>> MarksAsync(string markedText, params (string Path, string Text)[] others) =>
        MarksAsync(markedText, null, others);

    /// <summary>The same, where the compiler is given additional files.</summary>
    public static async Task<IReadOnlyList<string>> MarksAsync(
        string markedText, AdditionalText[]? additional, params (string Path, string Text)[] others)
    {
        var marked = MarkedSource.Parse(markedText);
        var compilation = TestCompilation.Of([("Test.cs", marked.Text), .. others]);
        AssertCompiles(compilation);
        var diagnostics = await RunAsync(compilation, additional);

        var expected = marked.Marks.OrderBy(mark => mark.Span.Start).ThenBy(mark => mark.Id, StringComparer.Ordinal)
            .Select(mark => $"{mark.Id} 'Test.cs' {mark.Span} {marked.Text.Substring(mark.Span.Start, mark.Span.Length)}");
        var actual = diagnostics.Select(diagnostic =>
            $"{diagnostic.Id} '{diagnostic.Location.SourceTree?.FilePath}' {diagnostic.Location.SourceSpan} "
            + $"{diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan)}");
        Assert.Equal(expected, actual);
        return [.. diagnostics.Select(diagnostic => diagnostic.GetMessage(null))];
    }

    /// <summary>The marked places are reported in a board's project: with a distribution and what boards share.</summary>
    public static Task<IReadOnlyList<string>> BoardAsync(string markedText) =>
        MarksAsync(markedText, ("Families.cs", Sources.Families), ("Distribution.cs", Sources.Distribution));

    /// <summary>What the analyzer reports; where there are no additional files, without saying that there are none.</summary>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(CSharpCompilation compilation, AdditionalText[]? additional = null)
    {
        var analyzed = compilation.WithAnalyzers([new BoardAnalyzer(new EvaluationCache())], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([.. additional ?? []]),
            (exception, _, _) => throw new InvalidOperationException("the analyzer threw", exception), concurrentAnalysis: true,
            logAnalyzerExecutionTime: false));
        var diagnostics = await analyzed.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. (additional is null ? BesidesNotes(diagnostics) : diagnostics)
            .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    /// <summary>Without what is said where no kernel, or none of its trees, is known.</summary>
    public static IEnumerable<Diagnostic> BesidesNotes(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Where(diagnostic => diagnostic.Id is not ("BSP3003" or "BSP4005"));

    public static void AssertCompiles(Compilation compilation) =>
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()));
}
