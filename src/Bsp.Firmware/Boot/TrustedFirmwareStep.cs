using System.Globalization;
using Bsp.Build.Sources;
using Bsp.Build.Steps;
using Bsp.Firmware.Kernel;
using Bsp.Model;

namespace Bsp.Firmware.Boot;

/// <summary>Compiles Trusted Firmware-A's BL31, which stays in memory below U-Boot and the kernel: <c>bl31.elf</c>.</summary>
/// <param name="platform">The value of <c>PLAT=</c>.</param>
/// <param name="architecture">The architecture.</param>
/// <param name="source">TF-A's source.</param>
public sealed class TrustedFirmwareStep(string platform, Architecture architecture, SourcePackageStep source)
    : Step("trusted firmware " + platform)
{
    /// <summary>The name of the output.</summary>
    public const string FileName = "bl31.elf";

    private readonly Compiler _compiler = Compiler.For(architecture);

    /// <inheritdoc/>
    public override string Kind => "trusted-firmware";

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Needs => [source];

    /// <inheritdoc/>
    public override void Describe(InputHasher inputs)
    {
        inputs.Text("platform", platform);
        _compiler.Describe(inputs);
        inputs.Tool("make", "make");
    }

    /// <inheritdoc/>
    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        // The build writes below the folder that it is started in, and the store is not to be written to.
        var tree = Path.Combine(context.Work, "tf-a");
        await context.Tools.RunAsync("cp", ["-a", "--link", context.OutputOf(source), tree], cancel: cancel).ConfigureAwait(false);
        context.Report("compiling");
        await context.Tools.RunAsync(
            "make",
            [
                "-C", tree, "-j" + context.Jobs.ToString(CultureInfo.InvariantCulture), "CROSS_COMPILE=" + _compiler.Prefix,
                "PLAT=" + platform, "DEBUG=0",
                // Both are printed at boot; without them there would be the present time and what git says about the folder.
                "BUILD_MESSAGE_TIMESTAMP=\"reproducible\"", "BUILD_STRING=bsp",
                "bl31",
            ],
            cancel: cancel).ConfigureAwait(false);
        File.Copy(Path.Combine(tree, "build", platform, "release", "bl31", FileName), Path.Combine(context.Output, FileName));
    }
}
