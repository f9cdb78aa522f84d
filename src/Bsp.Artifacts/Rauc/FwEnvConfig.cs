using System.Globalization;
using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts.Rauc;

/// <summary><c>fw_env.config</c>: where libubootenv finds U-Boot's counters, which RAUC sets through it.</summary>
internal sealed class FwEnvConfig : DebianRenderer
{
    private static readonly ArtifactTemplate Template = ArtifactTemplate.Load("Rauc/fw_env.config.scriban");

    protected override IEnumerable<GeneratedFile> Render(BootableBoard board, DebianDistribution distribution)
    {
        if (board.Boot is not UBoot)
            yield break;
        yield return new(ArtifactNames.FwEnvConfig, Template.Render(new
        {
            File = Devices.AuxMountPoint + "/" + ArtifactNames.UBootCounters,
            Size = "0x" + distribution.Update.EnvironmentSize.Bytes.ToString("x", CultureInfo.InvariantCulture),
        }));
    }
}
