using Bsp.Model;

namespace Bsp.Artifacts.Rendering;

/// <summary>Renders an artifact that boards have on distributions of Debian's packages.</summary>
internal abstract class DebianRenderer : IArtifactRenderer
{
    IEnumerable<GeneratedFile> IArtifactRenderer.Render(Board board, Distribution distribution) =>
        board is BootableBoard bootable && distribution is DebianDistribution debian ? Render(bootable, debian) : [];

    /// <inheritdoc cref="IArtifactRenderer.Render"/>
    protected abstract IEnumerable<GeneratedFile> Render(BootableBoard board, DebianDistribution distribution);
}
