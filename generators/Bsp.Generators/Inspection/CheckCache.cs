using System.Runtime.CompilerServices;
using Bsp.Artifacts.Checks;
using Bsp.Artifacts.Checks.DeviceTrees;
using Bsp.Model;

namespace Bsp.Generators.Inspection;

/// <summary>Caches what was found as long as the editor keeps the values: at a keystroke most boards stay as they are.</summary>
internal static class CheckCache
{
    private static readonly ConditionalWeakTable<Board, ConditionalWeakTable<Distribution, Finding[]>> s_findings = new();
    private static readonly ConditionalWeakTable<BaseTree, ConditionalWeakTable<DeviceTree, IReadOnlyList<Finding>>> s_edits = new();

    /// <summary>The findings of a board on a distribution.</summary>
    public static IReadOnlyList<Finding> Check(Board board, Distribution distribution) =>
        s_findings.GetOrCreateValue(board).GetValue(distribution, other => [.. BoardChecks.Check(board, other)]);

    /// <summary>The findings of what is changed in a tree.</summary>
    public static IReadOnlyList<Finding> Check(BaseTree tree, DeviceTree edited) =>
        s_edits.GetOrCreateValue(tree).GetValue(edited, tree.Check);
}
