using System.Globalization;
using Bsp.Artifacts.Disk;
using Bsp.Build;
using Bsp.Build.Steps;
using Bsp.Firmware.Userland;
using Bsp.Model;

namespace Bsp.Firmware.Images;

/// <summary>Makes empty ext4 filesystems whose bytes depend on nothing but the board and the date.</summary>
internal static class Ext4Image
{
    /// <summary>The programs; the machine's own mke2fs (1.47.0 in bookworm) stamps the time of the build into inodes.</summary>
    public static readonly DebianSource Tools = DebianSource.Binary(
        "e2fsprogs-1.47.2", "bookworm-backports", "e2fsprogs", "libcom-err2", "libext2fs2", "libss2");

    // Blocks of 4 KiB even on a small image: /var grows on the device, up to 16 TiB with these.
    private const int BlockSize = 4096;
    private static readonly string[] Options = ["-q", "-F", "-t", "ext4", "-b", "4096", "-I", "256", "-i", "16384", "-m", "0"];

    private static readonly string[] Libraries = ["libext2fs.so.2", "libcom_err.so.2"];

    public static void Describe(InputHasher inputs) => inputs.Text("mke2fs options", string.Join(' ', Options));

    /// <summary>Makes a filesystem.</summary>
    /// <param name="context">The step that does it.</param>
    /// <param name="packages">The unpacked packages of <see cref="Tools"/>.</param>
    /// <param name="file">The image to write.</param>
    /// <param name="board">The board, for UUID and hash seed.</param>
    /// <param name="partition">The partition: size and label.</param>
    /// <param name="date">The date of everything in it, in seconds since 1970.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task MakeAsync(
        StepContext context, string packages, string file, Board board, Partition partition, long date, CancellationToken cancel)
    {
        var number = CultureInfo.InvariantCulture;
        var tools = new PackagedFiles(packages);
        string PathOf(string name) =>
            tools.ByName(name)?.Source ?? throw new BuildFailedException($"the packages of {Tools.Name} have no file '{name}'");
        var libraries = Libraries.Select(library => Path.GetDirectoryName(PathOf(library)));
        await context.Tools.RunAsync(
            PathOf("mke2fs"),
            [
                .. Options, "-L", partition.Name, "-U", DiskIds.Filesystem(board, partition).ToString("D"),
                "-E", $"hash_seed={DiskIds.HashSeed(board, partition):D},root_owner=0:0,lazy_itable_init=0,lazy_journal_init=0",
                file, (partition.Size.Bytes / BlockSize).ToString(number),
            ],
            environment: new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["LD_LIBRARY_PATH"] = string.Join(':', libraries),
                // Otherwise the machine's own file would decide on features.
                ["MKE2FS_CONFIG"] = PathOf("mke2fs.conf"),
                ["SOURCE_DATE_EPOCH"] = date.ToString(number),
            },
            cancel: cancel).ConfigureAwait(false);
    }
}
