using Bsp.Artifacts;
using Bsp.Build.Sources;
using Bsp.Build.Steps;
using Bsp.Firmware.Boards;
using Bsp.Firmware.Images;
using Bsp.Firmware.Kernel;
using Bsp.Firmware.Keys;
using Bsp.Model;

namespace Bsp.Firmware.Boot;

/// <summary>
/// Compiles U-Boot with its environment and the public key in its control device tree: the file that the board's record names,
/// and <c>config</c>.
/// </summary>
/// <param name="target">The board.</param>
/// <param name="boot">Its boot chain.</param>
/// <param name="source">U-Boot's source.</param>
/// <param name="tools">Its tools.</param>
/// <param name="keys">The keys whose signatures are accepted.</param>
/// <param name="trustedFirmware">Compiles what runs before U-Boot and is packed with it; null where nothing does.</param>
public sealed class UBootStep(
    ImageTarget target, UBoot boot, SourcePackageStep source, UBootToolsStep tools, KeySet keys, TrustedFirmwareStep? trustedFirmware)
    : Step("u-boot " + target.Board.Id)
{
    private readonly Compiler _compiler = Compiler.For(target.Board.Soc.Architecture);
    private readonly EmulatorTreeStep? _emulator = target.Board.DeviceTree?.Source == DeviceTreeSource.Emulator ? new(target.Board) : null;

    /// <inheritdoc/>
    public override string Kind => "u-boot";

    /// <inheritdoc/>
    public override bool UsesAllCores => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Needs => [source, tools, .. new Step?[] { _emulator, trustedFirmware }.OfType<Step>()];

    private string KeyName => target.Distribution.Update.FitKey;

    /// <summary>The files in the output that are the loader: what the emulator starts, or what the image has for a boot ROM.</summary>
    public IEnumerable<string> Files => target.Disk.LoaderFiles.Append(boot.Image).Distinct().Select(file => file.Value);

    /// <inheritdoc/>
    public override void Describe(InputHasher inputs)
    {
        foreach (var artifact in new[] { ArtifactNames.UBootConfig, ArtifactNames.UBootEnvironment, ArtifactNames.BootScript })
            inputs.Text(artifact, target.Artifact(artifact));
        // Changes with what this step does: 3 configures with Bsp.Kconfig.
        inputs.Number("steps", 3);
        inputs.Text("defconfig", boot.DefconfigFile);
        inputs.Text("architecture", Architecture);
        inputs.Text("files", string.Join(' ', Files));
        inputs.Text("key name", KeyName);
        inputs.File("key", keys.FitCertificate(KeyName));
        _compiler.Describe(inputs);
        UBootBuild.Describe(inputs);
        inputs.Tool("dtc", "device-tree-compiler");
    }

    /// <inheritdoc/>
    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        var ccache = CcacheEnvironment.Prefix(context.Settings);
        // Without BL31 the build makes an image all the same, and that hangs the board.
        string[] packed = trustedFirmware is null
            ? []
            : ["BL31=" + Path.Combine(context.OutputOf(trustedFirmware), TrustedFirmwareStep.FileName)];
        var build = await UBootBuild.PrepareAsync(
            context, source,
            ["ARCH=" + Architecture, "CROSS_COMPILE=" + _compiler.Prefix, "CC=" + ccache + _compiler.Prefix + "gcc", .. packed],
            cancel).ConfigureAwait(false);
        context.Report("configuring");
        var fragment = target.Artifact(ArtifactNames.UBootConfig);
        var optional =
            (target.Distribution.UBootConfig + boot.Config + target.Board.Debian.UBootConfig).Requests.Where(request => request.Optional)
                .Select(request => request.Symbol.Value)
                .ToHashSet(StringComparer.Ordinal);
        await build.ConfigureAsync(boot.DefconfigFile, fragment, optional, cancel).ConfigureAwait(false);
        await WriteTreeAsync(context, build, cancel).ConfigureAwait(false);
        await build.CompileAsync("u-boot", [boot.Image == UBoot.PlainImage ? boot.Image : "all"], cancel).ConfigureAwait(false);
        foreach (var file in Files)
            File.Copy(build.On(file), Path.Combine(context.Output, Path.GetFileName(file)));
        File.Copy(build.On(".config"), Path.Combine(context.Output, "config"));
    }

    // The folders in which U-Boot compiles its trees: the preprocessor searches them, the compiler the one that it works in, which
    // for a tree of the kernel's is its vendor's (scripts/Makefile.lib, cmd_dtc).
    private string[] TreeFolders =>
    [
        "arch/" + Architecture + "/dts",
        Upstream,
        .. Path.GetDirectoryName(target.Board.DeviceTree?.Path) is { Length: > 0 } vendor
            ? [Path.Combine(Upstream, vendor)]
            : Array.Empty<string>(),
    ];

    private string Upstream => "dts/upstream/src/" + target.Board.Soc.Architecture.KernelArch;

    private string Architecture => target.Board.Soc.Architecture.KernelArch.Value switch
    {
        "arm64" => "arm",
        var other => other,
    };

    private async Task WriteTreeAsync(StepContext context, UBootBuild build, CancellationToken cancel)
    {
        var key = await PublicKey.ToSourceAsync(context, tools, keys.FitCertificate(KeyName), KeyName, cancel).ConfigureAwait(false);
        // A board with a tree of its own in U-Boot needs no other one.
        var machine = _emulator is null
            ? ""
            : PublicKey.WithoutHeader(
                await File.ReadAllTextAsync(
                    Path.Combine(context.OutputOf(_emulator), EmulatorTreeStep.FileName), cancel).ConfigureAwait(false));
        foreach (var folder in TreeFolders.Select(build.On))
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, "bsp-board.dtsi"), machine, cancel).ConfigureAwait(false);
            await File.WriteAllTextAsync(
                Path.Combine(folder, "bsp-environment.dtsi"), target.Artifact(ArtifactNames.UBootEnvironment),
                cancel).ConfigureAwait(false);
            await File.WriteAllTextAsync(
                Path.Combine(folder, ArtifactNames.BootScript), target.Artifact(ArtifactNames.BootScript), cancel).ConfigureAwait(false);
            await File.WriteAllTextAsync(Path.Combine(folder, "bsp-key.dtsi"), key, cancel).ConfigureAwait(false);
        }
    }
}
