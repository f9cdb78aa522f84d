using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts.Boot;

/// <summary><c>u-boot-env.dtsi</c>: U-Boot's environment, as a part of its control device tree.</summary>
internal sealed class UBootEnvironment : DebianRenderer
{
    private static readonly ArtifactTemplate Template = ArtifactTemplate.Load("Boot/u-boot-env.dtsi.scriban");

    protected override IEnumerable<GeneratedFile> Render(BootableBoard board, DebianDistribution distribution)
    {
        if (board.Boot is UBoot)
            yield return new(ArtifactNames.UBootEnvironment, Template.Render(new { Script = ArtifactNames.BootScript }));
    }
}
