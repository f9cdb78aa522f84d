using System.Collections.Immutable;
using Bsp.Generators.Diagnostics;
using Bsp.Generators.Evaluation;
using Bsp.Generators.Inspection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bsp.Generators;

/// <summary>Reports what cannot be evaluated and what is wrong with the boards, where it is written.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BoardAnalyzer : DiagnosticAnalyzer
{
    private readonly EvaluationCache _cache;

    /// <summary>The compiler makes it.</summary>
    public BoardAnalyzer()
        : this(EvaluationCache.Shared)
    {
    }

    internal BoardAnalyzer(EvaluationCache cache) => _cache = cache;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => DiagnosticDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            // One look at all boards serves every member: some rules need them all.
            var inspection = new CompilationInspection(start.Compilation, new(start.Options.AdditionalFiles), _cache);
            start.RegisterSymbolAction(
                symbol =>
                {
                    foreach (var diagnostic in inspection.DiagnosticsOf(symbol.Symbol, symbol.CancellationToken))
                        symbol.ReportDiagnostic(diagnostic);
                },
                SymbolKind.Field,
                SymbolKind.Property);
        });
    }
}
