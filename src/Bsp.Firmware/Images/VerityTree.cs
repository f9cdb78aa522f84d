using System.Globalization;
using Bsp.Build;
using Bsp.Build.Processes;
using Bsp.Build.Steps;

namespace Bsp.Firmware.Images;

/// <summary>Appends the dm-verity hash tree to a filesystem image.</summary>
internal static class VerityTree
{
    /// <summary>The package that the tool is from; part of the keys of steps that make trees.</summary>
    public static void Describe(InputHasher inputs) => inputs.Tool("veritysetup", "cryptsetup-bin");

    /// <summary>Appends the tree to the file.</summary>
    /// <param name="tools">Runs veritysetup.</param>
    /// <param name="file">An image whose size is a whole number of blocks.</param>
    /// <param name="salt">The salt, in hexadecimal; from the content, so that the same content gives the same tree.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<VerityParameters> AppendAsync(Tools tools, string file, string salt, CancellationToken cancel)
    {
        var size = new FileInfo(file).Length;
        var blocks = size / VerityParameters.BlockSize;
        if (size == 0 || size % VerityParameters.BlockSize != 0)
            throw new BuildFailedException(
                $"'{file}' has {size} bytes, which is not a multiple of {VerityParameters.BlockSize}-byte blocks");
        var number = CultureInfo.InvariantCulture;
        var output = await tools.CaptureAsync(
            "veritysetup",
            [
                "format", "--no-superblock", "--hash=sha256", "--data-block-size=" + VerityParameters.BlockSize.ToString(number),
                "--hash-block-size=" + VerityParameters.BlockSize.ToString(number),
                "--data-blocks=" + blocks.ToString(number), "--hash-offset=" + size.ToString(number), "--salt=" + salt, file, file,
            ],
            cancel: cancel).ConfigureAwait(false);
        var root = output.Split('\n').FirstOrDefault(line => line.StartsWith("Root hash:", StringComparison.Ordinal))?.Split(':')[1].Trim()
            ?? throw new BuildFailedException("veritysetup printed no root hash:\n" + output);
        return new(root, salt, blocks);
    }
}
