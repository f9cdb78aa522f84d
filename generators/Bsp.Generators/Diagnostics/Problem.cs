using Microsoft.CodeAnalysis;

namespace Bsp.Generators.Diagnostics;

/// <summary>Something that the evaluator has to report, with where it is written.</summary>
internal sealed record Problem(DiagnosticDescriptor Descriptor, SourceLocation Location, string Message);
