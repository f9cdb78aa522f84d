using System.Collections.Immutable;
using Bsp.Generators.Diagnostics;
using Bsp.Generators.Evaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Bsp.Generators.Rendering;

/// <summary>Where a board's name stands, as plain data.</summary>
internal sealed record MemberLocation(string Reference, string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static MemberLocation Of(GeneratorAttributeSyntaxContext match)
    {
        var location = match.TargetSymbol.Locations.FirstOrDefault() ?? match.TargetNode.GetLocation();
        return new(
            AttributedMember.Reference(match.TargetSymbol), location.SourceTree?.FilePath ?? "", location.SourceSpan,
            location.GetLineSpan().Span);
    }

    public static void Report(
        SourceProductionContext output, ImmutableArray<RenderedPair> failures, ImmutableArray<MemberLocation> locations)
    {
        foreach (var failure in failures)
        {
            var location = locations.FirstOrDefault(candidate => candidate.Reference == failure.Board);
            output.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.Failure,
                location is null ? Location.None : Location.Create(location.Path, location.Span, location.Lines),
                $"the artifacts of '{failure.Board}' on '{failure.Distribution}' could not be rendered; "
                + $"internal error: {failure.Failure}"));
        }
    }
}
