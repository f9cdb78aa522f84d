using Bsp.Artifacts.Disk;
using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts.Rauc;

/// <summary><c>manifest.raucm</c>: what an update bundle holds; hashes and sizes are filled in when it is made.</summary>
internal sealed class BundleManifest : DebianRenderer
{
    private static readonly ArtifactTemplate Template = ArtifactTemplate.Load("Rauc/manifest.raucm.scriban");

    protected override IEnumerable<GeneratedFile> Render(BootableBoard board, DebianDistribution distribution)
    {
        yield return new(ArtifactNames.BundleManifest, Template.Render(new
        {
            Compatible = distribution.CompatibleFor(board),
            DiskInputs.Root,
            DiskInputs.Boot,
        }));
    }
}
