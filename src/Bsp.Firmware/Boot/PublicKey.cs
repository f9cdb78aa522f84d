using Bsp.Build.Steps;

namespace Bsp.Firmware.Boot;

/// <summary>The public key as a part of U-Boot's control device tree (U-Boot, doc/usage/fit/signature.rst).</summary>
internal static class PublicKey
{
    /// <summary>
    /// The node <c>/signature</c> as source. The key in it is required for configurations: none starts without its signature.
    /// </summary>
    public static async Task<string> ToSourceAsync(
        StepContext context, UBootToolsStep tools, string certificate, string name, CancellationToken cancel)
    {
        // The tool looks for <name>.crt in a folder; this one has no private key.
        var folder = Path.Combine(context.Work, "public");
        Directory.CreateDirectory(folder);
        File.Copy(certificate, Path.Combine(folder, name + ".crt"));
        var blob = Path.Combine(context.Work, "key.dtb");
        await context.Tools.RunAsync(
            "dtc", ["-q", "-I", "dts", "-O", "dtb", "-p", "4096", "-o", blob, "-"], input: "/dts-v1/;\n/ { signature { }; };\n",
            cancel: cancel).ConfigureAwait(false);
        await context.Tools.RunAsync(
            Path.Combine(context.OutputOf(tools), "fdt_add_pubkey"), ["-a", "sha256,rsa2048", "-k", folder, "-n", name, "-r", "conf", blob],
            cancel: cancel).ConfigureAwait(false);
        return WithoutHeader(
            await context.Tools.CaptureAsync("dtc", ["-q", "-I", "dtb", "-O", "dts", blob], cancel: cancel).ConfigureAwait(false));
    }

    /// <summary>Source that can be included after other source.</summary>
    public static string WithoutHeader(string source) => source.Replace("/dts-v1/;", "", StringComparison.Ordinal);
}
