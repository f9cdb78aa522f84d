using System.Security.Cryptography;
using Bsp.Build;

namespace Bsp.Firmware.Keys;

/// <summary>Makes a set of keys for development.</summary>
internal static class DevelopmentKeys
{
    // Debian's ovmf has variables whose db trusts this key, and the key itself: its passphrase is public.
    private const string TestCertificate = "/usr/share/ovmf/PkKek-1-snakeoil.pem";
    private const string TestKey = "/usr/share/ovmf/PkKek-1-snakeoil.key";
    private const string TestPassphrase = "snakeoil";

    private const string Mark =
        "These keys were made by a build. They are for development: a device in the field must not trust them,\n"
        + "and a release build refuses them.\n";

    /// <summary>Makes the folder with all keys, or leaves the one that another build made meanwhile.</summary>
    public static async Task MakeAsync(string folder, CancellationToken cancel)
    {
        folder = Path.GetFullPath(folder);
        var draft = folder + ".making-" + Guid.NewGuid().ToString("N")[..8];
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
            Directory.CreateDirectory(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            WriteFit(draft);
            WriteRauc(draft);
            WriteSecureBoot(draft);
            await OpenPgpKey.MakeAsync(
                Path.Combine(draft, "grub.secret.pgp"), Path.Combine(draft, "grub.pgp"), cancel).ConfigureAwait(false);
            PrivateFile.Write(Path.Combine(draft, KeySet.DevelopmentMark), Mark);
            Publish(draft, folder);
        }
        finally
        {
            if (Directory.Exists(draft))
                Directory.Delete(draft, recursive: true);
        }
    }

    // A folder is renamed over an empty one only, so of two builds one wins and the other takes the winner's keys.
    private static void Publish(string draft, string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder);
            Directory.Move(draft, folder);
        }
        catch (IOException) when (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            // The other build was faster.
        }
    }

    private static void WriteFit(string folder)
    {
        using var key = RSA.Create(2048);
        using var certificate = Certificates.SelfSigned("Bsp development, FIT", key);
        WritePair(folder, KeySet.FitName, key, certificate.ExportCertificatePem());
    }

    private static void WriteRauc(string folder)
    {
        using var authorityKey = RSA.Create(2048);
        using var authority = Certificates.Authority("Bsp development, updates", authorityKey);
        WritePair(folder, "rauc-ca", authorityKey, authority.ExportCertificatePem());
        using var key = RSA.Create(2048);
        using var certificate = Certificates.Signer("Bsp development, bundles", key, authority, authorityKey);
        WritePair(folder, "rauc", key, certificate.ExportCertificatePem());
    }

    private static void WriteSecureBoot(string folder)
    {
        if (!File.Exists(TestKey))
        {
            throw new BuildFailedException(
                $"'{TestKey}' is not there: the development key for Secure Boot is the test key of Debian's package 'ovmf'; install it");
        }

        using var key = RSA.Create();
        key.ImportFromEncryptedPem(File.ReadAllText(TestKey), TestPassphrase);
        WritePair(folder, "secure-boot", key, File.ReadAllText(TestCertificate));
    }

    private static void WritePair(string folder, string name, RSA key, string certificate)
    {
        PrivateFile.Write(Path.Combine(folder, name + ".key"), key.ExportPkcs8PrivateKeyPem() + "\n");
        File.WriteAllText(Path.Combine(folder, name + ".crt"), certificate.TrimEnd('\n') + "\n");
    }
}
