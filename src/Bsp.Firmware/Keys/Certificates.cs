using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Bsp.Firmware.Keys;

/// <summary>X.509 certificates for development.</summary>
internal static class Certificates
{
    // A device whose clock has not been set is at the date of its firmware; certificates must be older than that.
    private static readonly DateTimeOffset NotBefore = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // "No well-defined expiration date" (RFC 5280, section 4.1.2.5).
    private static readonly DateTimeOffset NotAfter = new(9999, 12, 31, 23, 59, 59, TimeSpan.Zero);

    /// <summary>A certificate that is only a wrapping for a public key.</summary>
    public static X509Certificate2 SelfSigned(string name, RSA key) => Request(name, key).CreateSelfSigned(NotBefore, NotAfter);

    /// <summary>An authority whose certificates a device trusts.</summary>
    public static X509Certificate2 Authority(string name, RSA key)
    {
        var request = Request(name, key);
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(
                certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        var identifier = new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false);
        request.CertificateExtensions.Add(identifier);
        return request.CreateSelfSigned(NotBefore, NotAfter);
    }

    /// <summary>
    /// Someone who signs update bundles. RAUC checks for the purpose "S/MIME signing" unless told otherwise, which a signing key
    /// without extended usages has.
    /// </summary>
    public static X509Certificate2 Signer(string name, RSA key, X509Certificate2 authority, RSA authorityKey)
    {
        var request = Request(name, key);
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(
                certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(
                authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        var generator = X509SignatureGenerator.CreateForRSA(authorityKey, RSASignaturePadding.Pkcs1);
        return request.Create(authority.SubjectName, generator, NotBefore, NotAfter, SerialNumber());
    }

    private static CertificateRequest Request(string name, RSA key) =>
        new(new X500DistinguishedName("CN=\"" + name + "\""), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    // Positive, and not zero (RFC 5280, section 4.1.2.2).
    private static byte[] SerialNumber()
    {
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] = (byte)((serial[0] & 0x3f) | 0x40);
        return serial;
    }
}
