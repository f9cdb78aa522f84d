using System.Runtime.CompilerServices;
using Bsp.Artifacts.Checks;
using Bsp.Model;

namespace Bsp.Generators.Inspection;

/// <summary>Remembers the findings of a board on a distribution as long as the editor keeps both values.</summary>
internal static class CheckMemory
{
    private static readonly ConditionalWeakTable<Board, ConditionalWeakTable<Distribution, Finding[]>> s_findings = new();

    public static IReadOnlyList<Finding> Check(Board board, Distribution distribution) =>
        s_findings.GetOrCreateValue(board).GetValue(distribution, other => [.. BoardChecks.Check(board, other)]);
}
