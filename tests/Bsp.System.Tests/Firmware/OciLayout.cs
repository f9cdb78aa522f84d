using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Bsp.SystemTests.Firmware;

/// <summary>Writes a container image as a folder (OCI image layout 1.0): one layer with one static program.</summary>
public static class OciLayout
{
    /// <summary>Writes the image.</summary>
    /// <param name="folder">The folder to write.</param>
    /// <param name="tag">The image's name in it.</param>
    /// <param name="architecture">Go's name of the instruction set, such as <c>arm64</c>.</param>
    /// <param name="busybox">A static busybox, which becomes the image's /bin/sh.</param>
    /// <param name="command">What the container runs.</param>
    public static void Write(string folder, string tag, string architecture, byte[] busybox, params string[] command) =>
        Write(folder, tag, architecture, [("bin/busybox", busybox)], new Dictionary<string, string>(), command);

    /// <summary>Writes an image with labels and more files.</summary>
    /// <param name="folder">The folder to write.</param>
    /// <param name="tag">The image's name in it.</param>
    /// <param name="architecture">Go's name of the instruction set, such as <c>arm64</c>.</param>
    /// <param name="files">Files that may be executed, by path; <c>bin/busybox</c>, which /bin/sh leads to, is one of them.</param>
    /// <param name="labels">The image's labels.</param>
    /// <param name="command">What the container runs.</param>
    public static void Write(
        string folder, string tag, string architecture, IReadOnlyList<(string Path, byte[] Content)> files,
        IReadOnlyDictionary<string, string> labels, params string[] command)
    {
        Directory.CreateDirectory(Path.Combine(folder, "blobs", "sha256"));
        var tar = Layer(files);
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(tar);
        var layer = Blob(folder, compressed.ToArray());
        var config = Blob(folder, JsonSerializer.SerializeToUtf8Bytes(new
        {
            created = "2024-01-01T00:00:00Z",
            architecture,
            os = "linux",
            config = new { Env = new[] { "PATH=/bin" }, Cmd = command, WorkingDir = "/", Labels = labels },
            rootfs = new { type = "layers", diff_ids = new[] { "sha256:" + Convert.ToHexStringLower(SHA256.HashData(tar)) } },
        }));
        var manifest = Blob(folder, JsonSerializer.SerializeToUtf8Bytes(new
        {
            schemaVersion = 2,
            mediaType = "application/vnd.oci.image.manifest.v1+json",
            config = Described("application/vnd.oci.image.config.v1+json", config),
            layers = new[] { Described("application/vnd.oci.image.layer.v1.tar+gzip", layer) },
        }));
        File.WriteAllBytes(Path.Combine(folder, "index.json"), JsonSerializer.SerializeToUtf8Bytes(new
        {
            schemaVersion = 2,
            manifests = new[]
            {
                new
                {
                    mediaType = "application/vnd.oci.image.manifest.v1+json",
                    digest = manifest.Digest,
                    size = manifest.Size,
                    annotations = new Dictionary<string, string> { ["org.opencontainers.image.ref.name"] = tag },
                },
            },
        }));
        File.WriteAllText(Path.Combine(folder, "oci-layout"), """{"imageLayoutVersion": "1.0.0"}""", new UTF8Encoding(false));
    }

    private static object Described(string mediaType, (string Digest, long Size) blob) =>
        new { mediaType, digest = blob.Digest, size = blob.Size };

    private static (string Digest, long Size) Blob(string folder, byte[] content)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        File.WriteAllBytes(Path.Combine(folder, "blobs", "sha256", hash), content);
        return ("sha256:" + hash, content.Length);
    }

    private static byte[] Layer(IReadOnlyList<(string Path, byte[] Content)> files)
    {
        const UnixFileMode executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        using var stream = new MemoryStream();
        using (var tar = new TarWriter(stream, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (var path in new[] { "bin/", "etc/", "proc/", "sys/", "dev/", "tmp/" })
                tar.WriteEntry(new UstarTarEntry(TarEntryType.Directory, path) { Mode = executable });
            foreach (var (path, content) in files)
                tar.WriteEntry(
                    new UstarTarEntry(TarEntryType.RegularFile, path) { Mode = executable, DataStream = new MemoryStream(content) });
            tar.WriteEntry(new UstarTarEntry(TarEntryType.SymbolicLink, "bin/sh") { LinkName = "busybox" });
        }

        return stream.ToArray();
    }
}
