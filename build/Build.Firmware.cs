using Bsp.Firmware;
using Nuke.Common;

partial class Build
{
    [Parameter("The version of the firmware. Default is what git describes")]
    readonly string? Version;

    Target Image => _ => _
        .Description("Builds the disk image, the update bundle and their manifest")
        .Executes(() => throw new BuildFailedException("images are not built yet"));
}
