using System.Globalization;
using Bsp.Artifacts;
using Bsp.Build;
using Bsp.Firmware.Boards;
using Bsp.Model;

namespace Bsp.Firmware.Images;

/// <summary>What the build writes into a root filesystem by itself: who it is, who may update it, and how it boots.</summary>
/// <param name="Files">Text by absolute path.</param>
/// <param name="Date">The date of every file, in seconds since 1970.</param>
public sealed record GeneratedRootFiles(IReadOnlyList<(string Path, string Text)> Files, long Date)
{
    /// <summary>The facts of a board on its distribution.</summary>
    /// <param name="target">The board.</param>
    /// <param name="settings">Version and date.</param>
    /// <param name="keyring">The certificates whose bundles are accepted, as PEM.</param>
    public static GeneratedRootFiles Of(ImageTarget target, BuildSettings settings, string keyring)
    {
        List<(string, string)> files =
        [
            ("/etc/hostname", Ids.HostName(target.Board.Id) + "\n"),
            ("/etc/os-release", OsRelease(target, settings.Version)),
            ("/etc/rauc/keyring.pem", keyring),
            ("/etc/rauc/" + ArtifactNames.SystemConf, target.Artifact(ArtifactNames.SystemConf)),
            ("/usr/share/bsp/board.env", BoardEnvironment(target, settings)),
        ];
        if (target.Board.Boot is UBoot)
            files.Add(("/etc/" + ArtifactNames.FwEnvConfig, target.Artifact(ArtifactNames.FwEnvConfig)));
        return new(files, settings.SourceDateEpoch);
    }

    // os-release(5)
    private static string OsRelease(ImageTarget target, string version) => Lines(
        ("ID", target.Distribution.Id),
        ("NAME", target.Distribution.Name),
        ("PRETTY_NAME", target.Distribution.Name + " " + version),
        ("VERSION", version),
        ("VERSION_ID", version.ToLowerInvariant()),
        ("VARIANT", target.Board.Identity.Vendor + " " + target.Board.Identity.Model),
        ("VARIANT_ID", target.Board.Id),
        ("IMAGE_ID", target.Distribution.CompatibleFor(target.Board)),
        ("IMAGE_VERSION", version));

    // What the scripts of a distribution read; they are the same on every board.
    private static string BoardEnvironment(ImageTarget target, BuildSettings settings) => Lines(
        ("BOARD", target.Board.Id),
        ("COMPATIBLE", target.Distribution.CompatibleFor(target.Board)),
        ("VERSION", settings.Version),
        ("HOSTNAME", Ids.HostName(target.Board.Id)),
        ("BUILD_EPOCH", settings.SourceDateEpoch.ToString(CultureInfo.InvariantCulture)),
        ("BOOTLOADER", target.Board.Boot is UBoot ? "uboot" : "grub"),
        ("CONSOLE", target.Board.Console.Device),
        ("BAUD", target.Board.Console.Baud.ToString(CultureInfo.InvariantCulture)),
        ("SCREEN", target.Board.Console.HasScreen ? "tty1" : ""),
        ("WATCHDOG_TIMEOUT", target.Board.Watchdog.TimeoutSeconds.ToString(CultureInfo.InvariantCulture)),
        ("SLOTS", string.Join(' ', target.Distribution.Update.Slots)));

    // Both formats are read by shells: single quotes keep everything but themselves.
    private static string Lines(params (string Name, string Value)[] lines) =>
        string.Concat(lines.Select(line => line.Name + "='" + line.Value.Replace("'", "'\\''", StringComparison.Ordinal) + "'\n"));
}
