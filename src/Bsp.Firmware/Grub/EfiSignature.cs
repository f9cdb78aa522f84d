using System.Globalization;
using Bsp.Build.Steps;
using Bsp.Firmware.Keys;

namespace Bsp.Firmware.Grub;

/// <summary>Signs EFI programs for Secure Boot (UEFI Specification 2.10, section 32.5).</summary>
internal static class EfiSignature
{
    // Firmware looks at no date. sbsign would write the present one, and two builds would differ.
    private static readonly long Date = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    /// <summary>Declares the program as an input of a step.</summary>
    public static void Describe(InputHasher inputs) => inputs.Tool("osslsigncode", "osslsigncode");

    /// <summary>Writes a signed copy.</summary>
    public static Task SignAsync(StepContext context, string program, KeySet keys, string output, CancellationToken cancel) =>
        context.Tools.RunAsync(
            "osslsigncode",
            ["sign", "-certs", keys.SecureBootCertificate, "-key", keys.SecureBootKey, "-h", "sha256", "-time", Date.ToString(
                CultureInfo.InvariantCulture), "-in", program, "-out", output],
            cancel: cancel);
}
