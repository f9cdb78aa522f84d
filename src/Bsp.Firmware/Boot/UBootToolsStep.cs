using Bsp.Build.Sources;
using Bsp.Build.Steps;
using Bsp.Firmware.Kernel;

namespace Bsp.Firmware.Boot;

/// <summary>
/// Compiles U-Boot's tools for the build machine: <c>mkimage</c>, <c>fdt_add_pubkey</c>, <c>fit_check_sign</c> and <c>mkenvimage</c>.
/// </summary>
/// <remarks>They are of the same version as U-Boot itself: Debian's older mkimage knows another signature format of FITs.</remarks>
/// <param name="source">The source.</param>
public sealed class UBootToolsStep(SourcePackageStep source) : Step("u-boot tools")
{
    private static readonly string[] Programs = ["mkimage", "fdt_add_pubkey", "fit_check_sign", "mkenvimage"];

    /// <inheritdoc/>
    public override string Kind => "u-boot-tools";

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Needs => [source];

    /// <inheritdoc/>
    public override bool UsesAllCores => true;

    /// <inheritdoc/>
    public override void Describe(InputHasher inputs)
    {
        UBootBuild.Describe(inputs);
        Compiler.DescribeHost(inputs);
    }

    /// <inheritdoc/>
    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        var build = await UBootBuild.PrepareAsync(context, source, [], cancel).ConfigureAwait(false);
        context.Report("configuring");
        // mkeficapsule alone would need GnuTLS.
        await build.ConfigureAsync(
            "tools-only_defconfig", "# CONFIG_TOOLS_MKEFICAPSULE is not set\n", new HashSet<string>(), cancel).ConfigureAwait(false);
        await build.CompileAsync("u-boot-tools", ["tools-only"], cancel).ConfigureAwait(false);
        foreach (var program in Programs)
            File.Copy(build.On("tools/" + program), Path.Combine(context.Output, program));
    }
}
