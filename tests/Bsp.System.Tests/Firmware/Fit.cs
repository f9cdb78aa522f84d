using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Bsp.DeviceTrees;

namespace Bsp.SystemTests.Firmware;

/// <summary>A FIT as it lies on a disk, with the data of its images inside it or after it.</summary>
/// <param name="bytes">The FIT from its first byte; anything may follow it.</param>
public sealed class Fit(byte[] bytes)
{
    private readonly TreeNode _root = BlobReader.Read(bytes).Root;

    /// <summary>The names of the images.</summary>
    public IReadOnlyList<string> Images => [.. Node("/images").Children.Select(image => image.Name)];

    /// <summary>The text of a property, without its end.</summary>
    public string Text(string node, string property) => Encoding.UTF8.GetString(Bytes(Node(node), property)).TrimEnd('\0');

    /// <summary>The texts of a property.</summary>
    public string[] Texts(string node, string property) => Text(node, property).Split('\0');

    /// <summary>The data of an image, once its hash is seen to be right.</summary>
    public byte[] Data(string image)
    {
        var node = Node("/images/" + image);
        var data = node.Property("data") is { } inside ? inside.Value.Bytes.ToArray() : ExternalData(node);
        var hash = node.Children.FirstOrDefault(child => child.Name.StartsWith("hash", StringComparison.Ordinal))
            ?? throw new InvalidDataException($"the image '{image}' has no hash");
        Assert.Equal("sha256\0", Encoding.ASCII.GetString(Bytes(hash, "algo")));
        Assert.Equal(Convert.ToHexString(Bytes(hash, "value")), Convert.ToHexString(SHA256.HashData(data)));
        return data;
    }

    // U-Boot, doc/usage/fit/source_file_format.rst: "External data".
    private byte[] ExternalData(TreeNode image)
    {
        var size = BinaryPrimitives.ReadInt32BigEndian(Bytes(image, "data-size"));
        var start = image.Property("data-position") is { } position
            ? BinaryPrimitives.ReadInt32BigEndian(position.Value.Bytes)
            : BinaryPrimitives.ReadInt32BigEndian(Bytes(image, "data-offset"))
                + ((BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(4)) + 3) & ~3);
        return bytes[start..(start + size)];
    }

    private TreeNode Node(string path) =>
        _root.Descendant(path.TrimStart('/')) ?? throw new InvalidDataException($"the FIT has no node '{path}'");

    private static byte[] Bytes(TreeNode node, string property) =>
        (node.Property(property) ?? throw new InvalidDataException($"'{node.Path}' has no '{property}'")).Value.Bytes.ToArray();
}
