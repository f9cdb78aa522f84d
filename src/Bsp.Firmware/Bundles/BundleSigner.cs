using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Bsp.Build;

namespace Bsp.Firmware.Bundles;

/// <summary>Signs a bundle's manifest: CMS with the manifest inside, as RAUC reads it (RFC 5652).</summary>
internal static class BundleSigner
{
    /// <summary>The signature in DER.</summary>
    /// <param name="manifest">The manifest, which becomes part of the signature.</param>
    /// <param name="certificate">The path of the signer's certificate in PEM.</param>
    /// <param name="key">The path of its RSA key in PEM.</param>
    /// <exception cref="BuildFailedException">The key or the certificate cannot be used.</exception>
    public static byte[] Sign(string manifest, string certificate, string key)
    {
        try
        {
            using var signer = X509Certificate2.CreateFromPemFile(certificate, key);
            var signed = new SignedCms(new ContentInfo(Encoding.UTF8.GetBytes(manifest)), detached: false);
            // Without signed attributes there is no time of signing in it, and RSA with PKCS#1 v1.5 padding takes no
            // random numbers: the same manifest and key give the same bytes.
            signed.ComputeSignature(new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, signer)
            {
                DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1", "sha256"),
                IncludeOption = X509IncludeOption.EndCertOnly,
            });
            return signed.Encode();
        }
        catch (Exception exception) when (exception is CryptographicException or IOException)
        {
            throw new BuildFailedException($"the bundle cannot be signed with '{certificate}' and '{key}': {exception.Message}", exception);
        }
    }
}
