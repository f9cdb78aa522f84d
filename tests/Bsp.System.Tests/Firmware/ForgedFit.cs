using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Bsp.SystemTests.Firmware;

/// <summary>Signed FITs with another content than the one that was signed.</summary>
public static class ForgedFit
{
    private const string Kernel = "/images/kernel";
    private const string HashedNodes = "/configurations/slot/signature-1/hashed-nodes";

    private static readonly byte[] EmptyNode = [0, 0, 0, 1, .. "EMPTYNO\0"u8, 0, 0, 0, 2];

    /// <summary>Another kernel with its own hash in place; the signature stays.</summary>
    public static byte[] WithOtherKernel(byte[] fit)
    {
        var tree = new FlatTree(fit);
        PutKernel(tree);
        return tree.ToArray();
    }

    /// <summary>
    /// Another kernel, and a copy of the signed images that the FIT's own list of hashed nodes points to (CVE-2026-46728).
    /// </summary>
    public static byte[] WithForgedHashedNodes(byte[] fit)
    {
        var tree = new FlatTree(fit);
        // As U-Boot's own test of this hole does it: an empty node after each list of images keeps the hashed stretches the same.
        var images = tree.Node("/images");
        tree.Append("/images", [.. images[..^4], .. EmptyNode, .. images[^4..], .. EmptyNode]);
        PutKernel(tree);
        var nodes = Encoding.ASCII.GetString(tree[HashedNodes]).Split('\0');
        tree[HashedNodes] = Encoding.ASCII.GetBytes(
            string.Join('\0', nodes.Select(node => node.StartsWith("/images/", StringComparison.Ordinal) ? "/images" + node : node)));
        return tree.ToArray();
    }

    // One letter of the kernel's banner tells it from the signed one; it would boot.
    private static void PutKernel(FlatTree tree)
    {
        using var unpacked = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(tree[Kernel + "/data"]), CompressionMode.Decompress))
            gzip.CopyTo(unpacked);
        var kernel = unpacked.ToArray();
        var banner = kernel.AsSpan().IndexOf("Linux version "u8);
        Assert.True(banner > 0, "the kernel has no banner");
        kernel[banner] = (byte)'F';
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(kernel);
        tree[Kernel + "/data"] = packed.ToArray();
        tree[Kernel + "/hash-1/value"] = SHA256.HashData(packed.ToArray());
    }
}
