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
        new Readme(),
        new Registrations(),
        new SlotScript(),
        new SlotTree(),
        new SyslinuxConfigs(),
        new SystemConf(),
        new UBootConfig(),
        new UBootEnvironment(),
        new UBootScript(),
        new VariantTrees(),
    ];

    /// <summary>All artifacts of the pair, ordered by path (ordinal). The same input gives the same text on any machine.</summary>
    /// <exception cref="ModelException">
    /// A value of the record cannot be written in the language of an artifact, or two artifacts have the same path.
    /// </exception>
    public static Seq<GeneratedFile> Plan(Board board, Distribution distribution)
    {
        var files = Seq<GeneratedFile>.Of(
            Renderers
                .SelectMany(renderer => renderer.Render(board, distribution))
                .OrderBy(file => file.Path, StringComparer.Ordinal));
        for (var i = 1; i < files.Count; i++)
        {
            if (files[i].Path == files[i - 1].Path)
            {
                throw new ModelException(
                    $"the file '{files[i].Path}' is there twice: the record states it, and it is made from other members as well; "
                    + "leave it to one of them");
            }
        }

        return files;
    }
}
