using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts.Boot;

/// <summary><c>u-boot.config</c>: what the board changes in U-Boot's defconfig.</summary>
internal sealed class UBootConfig : DebianRenderer
{
    /// <summary>
    /// What is compiled into the control device tree besides U-Boot's own: the board's tree, the environment, the public key.
    /// </summary>
    public const string Includes = "bsp-board.dtsi bsp-environment.dtsi bsp-key.dtsi";

    private static readonly ArtifactTemplate Template = ArtifactTemplate.Load("Boot/u-boot.config.scriban");

    protected override IEnumerable<GeneratedFile> Render(BootableBoard board, DebianDistribution distribution)
    {
        if (board.Boot is not UBoot boot)
            yield break;
        var requests = Of(board, boot, distribution) + KernelFragment.String("DEVICE_TREE_INCLUDES", Includes);
        yield return new(ArtifactNames.UBootConfig, Template.Render(new
        {
            Defconfig = boot.DefconfigFile,
            Requests = requests.Requests.Select(request => new { Line = request.ToString(), Reason = request.Reason?.Value ?? "" }),
        }));
    }

    /// <summary>What distribution, hardware and board ask for, in this order.</summary>
    public static KernelFragment Of(BootableBoard board, UBoot boot, DebianDistribution distribution) =>
        distribution.UBootConfig + boot.Config + board.Debian.UBootConfig;
}
