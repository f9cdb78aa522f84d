using Bsp.Artifacts.Disk;
using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts.Rauc;

/// <summary><c>manifest.raucm</c>: what an update bundle holds; hashes and sizes are filled in when it is made.</summary>
internal sealed class BundleManifest : IArtifactRenderer
{
    private static readonly ArtifactTemplate Template = ArtifactTemplate.Load("Rauc/manifest.raucm.scriban");

    public IEnumerable<GeneratedFile> Render(Board board, Distribution distribution)
    {
        yield return new("manifest.raucm", Template.Render(new
        {
            Compatible = distribution.CompatibleFor(board),
            DiskInputs.Root,
            DiskInputs.Boot,
        }));
    }
}
