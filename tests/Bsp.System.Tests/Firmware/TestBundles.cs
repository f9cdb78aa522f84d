using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Bsp.Build.Progress;
using Bsp.Build.Sources;
using Bsp.Build.Steps;
using Bsp.Build.Storage;
using Bsp.Firmware;
using Bsp.Firmware.Bundles;
using Bsp.Firmware.Engines;
using Bsp.Firmware.Keys;
using Bsp.Model;

namespace Bsp.SystemTests.Firmware;

/// <summary>Builds the bundles that the tests try, by the engine that built the image: kernel and bootloader come from its store.</summary>
public static class TestBundles
{
    private const string HealthCheck = "usr/libexec/bsp/health.d/99-test";

    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>
    /// Writes <c>newer</c>, <c>unhealthy</c>, <c>foreign-key</c>, <c>cut-short</c>, <c>damaged</c> and <c>other-board</c> into a
    /// folder, with <c>.raucb</c> appended.
    /// </summary>
    /// <param name="board">The board.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task MakeAsync(BootableBoard board, string folder, CancellationToken cancel)
    {
        var scratch = Directory.CreateTempSubdirectory("bsp-bundles-").FullName;
        try
        {
            await using var log = File.CreateText(Repository.Artifact("test-logs", board.Id, "bundles.log"));
            var newerSettings = await FirmwareSettings.OfMachineAsync(Repository.Root, TestVersions.Newer, cancel);
            var unhealthySettings = newerSettings with { Version = TestVersions.Unhealthy, ExtraOverlays = [FailingHealthCheck(scratch)] };
            var target = Boards.BoardRegistry.All().Single(pair => pair.Board.Id == board.Id && pair.Distribution.IsDefault);
            var keys = await KeySet.OpenAsync(newerSettings, cancel);
            var pins = LockFile.Load(Repository.Root);
            var newer = new DebianEngine(pins, newerSettings, keys).StepsFor(target);
            var unhealthy = new DebianEngine(pins, unhealthySettings, keys).StepsFor(target);
            var foreign = new BundleStep(
                newer.Target, newer.Root, newer.Boot, newerSettings.Version, newerSettings.SourceDateEpoch, ForeignKey(scratch));

            using var runner = new StepRunner(
                new Store(newerSettings.CacheFolder), newerSettings, new PlainConsole(TextWriter.Synchronized(log)));
            var built = await runner.RunAsync([newer.Bundle, unhealthy.Bundle, foreign], cancel);

            File.Copy(Bundle(newer.Bundle), On("newer"));
            File.Copy(Bundle(unhealthy.Bundle), On("unhealthy"));
            File.Copy(Bundle(foreign), On("foreign-key"));

            string Bundle(Step step) => Path.Combine(built[step], BundleStep.FileName);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }

        var content = await File.ReadAllBytesAsync(On("newer"), cancel);
        await File.WriteAllBytesAsync(On("cut-short"), content[..(content.Length / 3 * 2)], cancel);
        content[content.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(On("damaged"), content, cancel);
        CopyOtherBoards(board, On("other-board"));

        string On(string name) => Path.Combine(folder, name + ".raucb");
    }

    // Any board but this one; a test that finds none is skipped.
    private static void CopyOtherBoards(BootableBoard board, string bundle)
    {
        var images = Path.Combine(Repository.Root, "artifacts", "images");
        var other = Directory.EnumerateFiles(images, BundleStep.FileName, SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) is { } id && id != board.Id && id[0] != '.')
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
        if (other is not null)
            File.Copy(other, bundle);
    }

    private static string FailingHealthCheck(string scratch)
    {
        var overlay = Path.Combine(scratch, "overlay");
        var check = Path.Combine(overlay, HealthCheck);
        Directory.CreateDirectory(Path.GetDirectoryName(check)!);
        File.WriteAllText(check, "#!/bin/sh\necho 'this version never works'\nexit 1\n");
        File.SetUnixFileMode(check, Executable);
        return overlay;
    }

    private static BundleKey ForeignKey(string scratch)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=somebody else", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var bundleKey = new BundleKey(Path.Combine(scratch, "foreign.crt"), Path.Combine(scratch, "foreign.key"));
        File.WriteAllText(bundleKey.PrivateKey, key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(bundleKey.Certificate, certificate.ExportCertificatePem());
        return bundleKey;
    }
}
