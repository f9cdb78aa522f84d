using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Bsp.Build;

namespace Bsp.Firmware.Keys;

/// <summary>The keys that sign firmware, a folder of files that are kept outside the tree and the cache.</summary>
/// <remarks>
/// <c>fit.key</c> and <c>fit.crt</c> sign what U-Boot starts, <c>grub.secret.pgp</c> and <c>grub.pgp</c> what GRUB starts,
/// <c>secure-boot.key</c> and <c>secure-boot.crt</c> GRUB itself, <c>rauc.key</c> and <c>rauc.crt</c> update bundles;
/// a device trusts the bundles of every certificate under <c>rauc-ca.crt</c>.
/// </remarks>
public sealed class KeySet
{
    /// <summary>The name of the key for FIT configurations where a distribution does not say otherwise.</summary>
    internal const string FitName = "fit";

    /// <summary>The file that marks keys as made for development.</summary>
    internal const string DevelopmentMark = "DEVELOPMENT";

    private KeySet(string folder) => Folder = folder;

    /// <summary>The folder with the keys.</summary>
    public string Folder { get; }

    /// <summary>Whether the keys were made for development, so that no device in the field may trust them.</summary>
    public bool IsDevelopment => File.Exists(PathOf(DevelopmentMark));

    /// <summary>The public key that GRUB carries, in OpenPGP's binary form.</summary>
    public string GrubPublic => PathOf("grub.pgp");

    /// <summary>The key that signs what GRUB reads, in OpenPGP's binary form, without a passphrase.</summary>
    public string GrubSecret => PathOf("grub.secret.pgp");

    /// <summary>The certificate in the firmware's <c>db</c> (UEFI Specification 2.10, section 32.4).</summary>
    public string SecureBootCertificate => PathOf("secure-boot.crt");

    /// <summary>The key that signs GRUB.</summary>
    public string SecureBootKey => PathOf("secure-boot.key");

    /// <summary>The certificate that a device trusts for updates.</summary>
    public string RaucAuthority => PathOf("rauc-ca.crt");

    /// <summary>The certificate of who signs bundles.</summary>
    public string RaucCertificate => PathOf("rauc.crt");

    /// <summary>The key that signs bundles.</summary>
    public string RaucKey => PathOf("rauc.key");

    /// <summary>What goes into <c>/etc/rauc/keyring.pem</c>.</summary>
    public string RaucKeyring => File.ReadAllText(RaucAuthority);

    /// <summary>SHA-256 of each public part, by file name, ordered: what a manifest states, and the same for the same set.</summary>
    public IReadOnlyDictionary<string, string> Fingerprints => new SortedDictionary<string, string>(
        new[] { FitCertificate(FitName), GrubPublic, RaucAuthority, RaucCertificate, SecureBootCertificate }
            .ToDictionary(path => Path.GetFileName(path), Fingerprint),
        StringComparer.Ordinal);

    /// <summary>The certificate that holds the public key of FIT configurations.</summary>
    public string FitCertificate(string name) => PathOf(name + ".crt");

    /// <summary>Opens the set of a build, and makes one for development when there is none.</summary>
    /// <exception cref="BuildFailedException">
    /// A file is missing or does not fit its counterpart, or a release would be signed with development keys.
    /// </exception>
    public static async Task<KeySet> OpenAsync(FirmwareSettings settings, CancellationToken cancel)
    {
        var folder = settings.KeysFolder;
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            if (settings.Release)
            {
                throw new BuildFailedException(
                    $"there are no keys in '{folder}', and a release is not signed with ones made on the spot; "
                    + "point BSP_KEYS at the release keys");
            }

            await DevelopmentKeys.MakeAsync(folder, cancel).ConfigureAwait(false);
        }

        var keys = new KeySet(folder);
        keys.Check(settings.Release);
        return keys;
    }

    private static string Fingerprint(string path)
    {
        if (Path.GetExtension(path) != ".crt")
            return Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        using var certificate = X509CertificateLoader.LoadCertificateFromFile(path);
        return Convert.ToHexStringLower(SHA256.HashData(certificate.RawData));
    }

    private string PathOf(string name) => Path.Combine(Folder, name);

    private void Check(bool release)
    {
        if (release && IsDevelopment)
        {
            throw new BuildFailedException(
                $"the keys in '{Folder}' are for development (it has a file '{DevelopmentMark}'); point BSP_KEYS at the release keys");
        }

        string[] pairs = [FitName, "secure-boot", "rauc"];
        var missing = pairs.SelectMany(name => new[] { name + ".key", name + ".crt" })
            .Concat([Path.GetFileName(GrubPublic), Path.GetFileName(GrubSecret), Path.GetFileName(RaucAuthority)])
            .Where(name => !File.Exists(PathOf(name)))
            .ToList();
        if (missing.Count > 0)
        {
            throw new BuildFailedException(
                $"the keys in '{Folder}' lack {string.Join(", ", missing)}; add them"
                    + (IsDevelopment ? ", or remove the folder and new development keys are made" : ""));
        }

        foreach (var name in pairs)
            CheckPair(PathOf(name + ".crt"), PathOf(name + ".key"));
    }

    private static void CheckPair(string certificate, string key)
    {
        try
        {
            X509Certificate2.CreateFromPemFile(certificate, key).Dispose();
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            throw new BuildFailedException(
                $"'{certificate}' and '{key}' are no certificate in PEM and its private key: {exception.Message}", exception);
        }
    }
}
