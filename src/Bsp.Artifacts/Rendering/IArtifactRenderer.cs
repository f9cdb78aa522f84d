using Bsp.Model;

namespace Bsp.Artifacts.Rendering;

/// <summary>Renders one kind of artifact: one folder, one class, one template.</summary>
internal interface IArtifactRenderer
{
    /// <summary>The artifacts that the pair has of this kind; none where it does not apply.</summary>
    IEnumerable<GeneratedFile> Render(Board board, Distribution distribution);
}
