using System.Collections.Immutable;
using Bsp.Generators.Diagnostics;
using Bsp.Generators.Evaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Bsp.Generators.Rendering;

/// <summary>Where a board's name stands, as plain data.</summary>
internal sealed record Position(string Reference, string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static Position Of(GeneratorAttributeSyntaxContext match)
    {
        var location = match.TargetSymbol.Locations.FirstOrDefault() ?? match.TargetNode.GetLocation();
        return new(
            MarkedMember.Reference(match.TargetSymbol), location.SourceTree?.FilePath ?? "", location.SourceSpan,
            location.GetLineSpan().Span);
    }

    public static void Report(SourceProductionContext output, ImmutableArray<Rendered> failures, ImmutableArray<Position> positions)
    {
        foreach (var failure in failures)
        {
            var position = positions.FirstOrDefault(candidate => candidate.Reference == failure.Board);
            output.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.Failure,
                position is null ? Location.None : Location.Create(position.Path, position.Span, position.Lines),
                $"the artifacts of '{failure.Board}' on '{failure.Distribution}' could not be rendered; "
                + $"internal error: {failure.Failure}"));
        }
    }
}
