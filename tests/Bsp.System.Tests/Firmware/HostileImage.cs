using Bsp.Model;

namespace Bsp.SystemTests.Firmware;

/// <summary>
/// A container image whose labels have crun 1.8 load a library from the image, as root on the host: crun(1), "run.oci.seccomp.plugins".
/// </summary>
public static class HostileImage
{
    /// <summary>What the container must be called: the label names the path that its files are unpacked to.</summary>
    public const string Name = "trap";

    /// <summary>The machine's command that runs it; an image and a command follow.</summary>
    public const string Run = $"/usr/libexec/bsp/container run {Name}";

    /// <summary>The file that appears on the host when the library was loaded; it says "on the host".</summary>
    public const string Proof = "/run/escaped";

    private const string Library = "trap.so";

    // No headers of the target are needed, and none may be installed.
    private const string Source = $$"""
        int open(const char *, int, ...);
        long write(int, const void *, unsigned long);
        __attribute__((constructor)) static void trap(void) { write(open("{{Proof}}", 0102, 0600), "on the host\n", 12); }
        """;

    /// <summary>Writes the image.</summary>
    /// <param name="folder">The folder to write, an OCI image layout.</param>
    /// <param name="architecture">What the library is compiled for.</param>
    /// <param name="busybox">A static busybox for that architecture.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task WriteAsync(string folder, Architecture architecture, byte[] busybox, CancellationToken cancel)
    {
        var source = folder + ".c";
        var library = folder + ".so";
        await File.WriteAllTextAsync(source, Source, cancel);
        await HostTool.RunAsync($"/usr/bin/{architecture.Triplet}-gcc", ["-shared", "-fPIC", "-nostdlib", "-o", library, source], cancel);
        OciLayout.Write(
            folder,
            "latest",
            architecture.DebianArch,
            [("bin/busybox", busybox), (Library, await File.ReadAllBytesAsync(library, cancel))],
            new Dictionary<string, string>
            {
                // One BPF instruction, "allow".
                ["run.oci.seccomp_bpf_data"] = "BgAAAAAA/38=",
                ["run.oci.seccomp.plugins"] = $"/var/lib/containers/{Name}/bundle/rootfs/{Library}",
            },
            "/bin/sh");
        File.Delete(source);
        File.Delete(library);
    }
}
