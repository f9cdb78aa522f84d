namespace Bsp.Firmware.Bundles;

/// <summary>The key that signs bundles.</summary>
/// <param name="Certificate">The path of the signer's certificate in PEM.</param>
/// <param name="PrivateKey">The path of its RSA key in PEM.</param>
public sealed record BundleKey(string Certificate, string PrivateKey);
