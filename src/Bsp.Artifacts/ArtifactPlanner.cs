using Bsp.Model;

namespace Bsp.Artifacts;

/// <summary>Decides which artifacts a board on a distribution has, and renders them.</summary>
public static class ArtifactPlanner
{
    /// <summary>All artifacts of the pair, ordered by path (ordinal). The same input gives the same text on any machine.</summary>
    public static Seq<GeneratedFile> Plan(Board board, Distribution distribution) => [];
}
