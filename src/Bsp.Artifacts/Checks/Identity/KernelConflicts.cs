using Bsp.Model;

namespace Bsp.Artifacts.Checks.Identity;

/// <summary>BSP1006: two layers ask for different values of a symbol; the merge may not choose in silence.</summary>
internal sealed class KernelConflicts : IBoardCheck
{
    public IEnumerable<Finding> Check(Board board, Distribution distribution)
    {
        var config = KernelConfig.For(board, distribution);
        foreach (var (lower, upper) in config.Conflicts)
        {
            var subject =
                config.Layers.First(layer => layer.Name == upper.Layer && layer.Fragment.Requests.Contains(upper.Request)).Fragment;
            yield return new(
                Rules.KernelConflict, subject,
                $"{upper.Layer} asks for '{upper.Request}', but {lower.Layer} asks for '{lower.Request}'; drop one of them, "
                + $"or append .Overriding() to the request of {upper.Layer}");
        }
    }
}
