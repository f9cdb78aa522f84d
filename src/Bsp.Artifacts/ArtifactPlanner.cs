using Bsp.Artifacts.Boards;
using Bsp.Artifacts.Boot;
using Bsp.Artifacts.DeviceTrees;
using Bsp.Artifacts.Disk;
using Bsp.Artifacts.Fit;
using Bsp.Artifacts.Grub;
using Bsp.Artifacts.Infix;
using Bsp.Artifacts.Kernel;
using Bsp.Artifacts.Rauc;
using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts;

/// <summary>Decides which artifacts a board on a distribution has, and renders them.</summary>
public static class ArtifactPlanner
{
    // One line an artifact; the order does not matter.
    private static readonly IArtifactRenderer[] Renderers =
    [
        new BoardJson(),
        new BootloaderFiles(),
        new BundleManifest(),
        new DeviceTreeSourceFile(),
        new FwEnvConfig(),
        new GenimageConfig(),
        new GrubConfig(),
        new GrubEnvironment(),
        new GrubSlotConfig(),
        new ImageTemplate(),
        new LinuxDefconfig(),
        new PackageConfig(),
        new PackageMakefile(),
        new ProductFiles(),
        new SlotScript(),
        new SlotTree(),
        new SystemConf(),
        new UBootConfig(),
        new UBootEnvironment(),
        new UBootScript(),
        new VariantTrees(),
    ];

    /// <summary>All artifacts of the pair, ordered by path (ordinal). The same input gives the same text on any machine.</summary>
    /// <exception cref="ModelException">A value of the record cannot be written in the language of an artifact.</exception>
    public static Seq<GeneratedFile> Plan(Board board, Distribution distribution) => Seq<GeneratedFile>.Of(
        Renderers
            .SelectMany(renderer => renderer.Render(board, distribution))
            .OrderBy(file => file.Path, StringComparer.Ordinal));
}
