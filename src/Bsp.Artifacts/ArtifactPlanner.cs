using Bsp.Model;

namespace Bsp.Artifacts;

/// <summary>Decides which artifacts a board on a distribution has, and renders them.</summary>
public static class ArtifactPlanner
{
    /// <summary>All artifacts of the pair, ordered by path (ordinal). The same input gives the same text on any machine.</summary>
    /// <exception cref="ModelException">
    /// A value of the record cannot be written in the language of an artifact, or two artifacts have the same path.
    /// </exception>
    public static Seq<GeneratedFile> Plan(Board board, Distribution distribution)
    {
        var files = Seq<GeneratedFile>.Of(
            ArtifactRenderers.All
                .SelectMany(renderer => renderer.Render(board, distribution))
                .OrderBy(file => file.Path, StringComparer.Ordinal));
        for (var i = 1; i < files.Count; i++)
        {
            if (files[i].Path == files[i - 1].Path)
            {
                throw new ModelException(
                    $"the file '{files[i].Path}' is listed twice: the record states it, and other members produce it too; "
                    + "remove one of the two");
            }
        }

        return files;
    }
}
