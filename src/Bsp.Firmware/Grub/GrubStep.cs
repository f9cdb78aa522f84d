using Bsp.Artifacts;
using Bsp.Build.Steps;
using Bsp.Firmware.Boards;
using Bsp.Firmware.Images;
using Bsp.Firmware.Keys;
using Bsp.Model;

namespace Bsp.Firmware.Grub;

/// <summary>
/// GRUB as an EFI program that carries its configuration and public key, signed for Secure Boot: <c>BOOTX64.EFI</c>, as the
/// board's record names it.
/// </summary>
/// <param name="target">The board.</param>
/// <param name="boot">Its boot chain.</param>
/// <param name="packages">GRUB's unpacked packages, a folder each.</param>
/// <param name="keys">The key whose signatures GRUB accepts, and the one that signs GRUB.</param>
public sealed class GrubStep(ImageTarget target, GrubEfi boot, Step packages, KeySet keys) : Step("grub " + target.Board.Id)
{
    private const string Prefix = "(memdisk)/boot/grub";

    // Runs before grub.cfg. Without a password for the only superuser nobody passes the question that GRUB asks
    // before it offers a command line, so an error in grub.cfg ends there.
    private const string Early = "set check_signatures=enforce\nset superusers=nobody\n";

    // No more than grub.cfg and slot.cfg use: what is not in the image cannot be misused.
    private static readonly string[] AllModules =
    [
        "memdisk", "tar", "part_gpt", "fat", "squash4", "gzio", "normal", "linux", "boot", "loadenv", "regexp", "test", "true",
        "echo", "sleep",
        "probe", "reboot", "configfile", "pgp", "gcry_rsa", "gcry_sha256",
    ];

    // Only with a driver for the screen does GRUB tell the kernel where it is.
    private IEnumerable<string> Modules => target.Board.Console.HasScreen ? AllModules.Append("efi_gop") : AllModules;

    /// <inheritdoc/>
    public override string Kind => "grub";

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Needs => [packages];

    private string Configuration => target.Artifact(ArtifactNames.GrubConfig);

    /// <inheritdoc/>
    public override void Describe(InputHasher inputs)
    {
        inputs.Text(ArtifactNames.GrubConfig, Configuration);
        inputs.Text("early", Early);
        inputs.Text("modules", string.Join(' ', Modules));
        inputs.Text("platform", boot.Platform);
        inputs.Text("name", boot.RemovableName);
        inputs.File("grub key", keys.GrubPublic);
        inputs.File("secure boot key", keys.SecureBootCertificate);
        OpenPgpKey.Describe(inputs);
        EfiSignature.Describe(inputs);
        inputs.Tool("tar", "tar");
    }

    /// <inheritdoc/>
    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        var memdisk = await MemdiskAsync(context, cancel).ConfigureAwait(false);
        var early = Path.Combine(context.Work, "early.cfg");
        await File.WriteAllTextAsync(early, Early, cancel).ConfigureAwait(false);
        var unsigned = Path.Combine(context.Work, "grub.efi");
        await context.Tools.RunAsync(
            Path.Combine(context.OutputOf(packages), "grub-common/usr/bin/grub-mkimage"),
            [
                "--directory", Path.Combine(context.OutputOf(packages), "grub-efi-amd64-bin/usr/lib/grub", boot.Platform),
                "--format", boot.Platform, "--prefix", Prefix, "--memdisk", memdisk, "--config", early,
                // There is no shim here: the firmware's own keys decide, and GRUB itself checks what it loads.
                "--pubkey", keys.GrubPublic, "--disable-shim-lock", "--output", unsigned, .. Modules,
            ],
            cancel: cancel).ConfigureAwait(false);
        await EfiSignature.SignAsync(
            context, unsigned, keys, Path.Combine(context.Output, boot.RemovableName), cancel).ConfigureAwait(false);
    }

    // What comes from the memdisk is verified by nobody but the firmware, with the rest of the image.
    private async Task<string> MemdiskAsync(StepContext context, CancellationToken cancel)
    {
        var folder = Directory.CreateDirectory(Path.Combine(context.Work, "memdisk", "boot", "grub"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, ArtifactNames.GrubConfig), Configuration, cancel).ConfigureAwait(false);
        var archive = Path.Combine(context.Work, "memdisk.tar");
        await context.Tools.RunAsync(
            "tar",
            [
                "--create", "--format=ustar", "--sort=name", "--mtime=@0", "--owner=0", "--group=0", "--numeric-owner", "--mode=go=rX,u+rw",
                "--file", archive, "--directory", Path.Combine(context.Work, "memdisk"), "boot",
            ],
            cancel: cancel).ConfigureAwait(false);
        return archive;
    }
}
