using Bsp.Model;
using Bsp.SystemTests.Disks;

namespace Bsp.SystemTests.Firmware;

/// <summary>What the tests bring to a machine on its second disk.</summary>
public static class TestPayload
{
    /// <summary>A container image with a busybox.</summary>
    public const string Container = Payload.Folder + "/container";

    /// <summary>A container image that tries to get out: see <see cref="HostileImage"/>.</summary>
    public const string HostileContainer = Payload.Folder + "/hostile-container";

    /// <summary>A bundle with a newer version.</summary>
    public const string Newer = Payload.Folder + "/newer.raucb";

    /// <summary>A bundle with a version that boots but whose health check fails.</summary>
    public const string Unhealthy = Payload.Folder + "/unhealthy.raucb";

    /// <summary>The newer bundle, signed by a key that the device does not know.</summary>
    public const string ForeignKey = Payload.Folder + "/foreign-key.raucb";

    /// <summary>The newer bundle without its last third.</summary>
    public const string CutShort = Payload.Folder + "/cut-short.raucb";

    /// <summary>The newer bundle with one bit of its content turned over.</summary>
    public const string Damaged = Payload.Folder + "/damaged.raucb";

    /// <summary>Another board's bundle, signed as it should be.</summary>
    public const string OtherBoard = Payload.Folder + "/other-board.raucb";

    /// <summary>Makes the disk and returns its path.</summary>
    /// <param name="board">The board.</param>
    /// <param name="imageFolder">The folder with its image.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<string> MakeAsync(BootableBoard board, string imageFolder, CancellationToken cancel)
    {
        var disk = Repository.Artifact("test-firmware", board.Id, "payload.img");
        var folder = Path.Combine(Path.GetDirectoryName(disk)!, "payload");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        await ContainersAsync(board, imageFolder, Path.Combine(folder, "container"), cancel);
        await TestBundles.MakeAsync(board, folder, cancel);
        await Payload.PackAsync(folder, disk, cancel);
        return disk;
    }

    private static async Task ContainersAsync(BootableBoard board, string imageFolder, string folder, CancellationToken cancel)
    {
        var root = folder + ".root";
        var unpacked = folder + ".unpacked";
        await new DiskFile(Path.Combine(imageFolder, "disk.img")).ExtractAsync("primary", root, cancel);
        await HostTool.CheckAsync(
            "/usr/bin/unsquashfs", ["-no-progress", "-quiet", "-dest", unpacked, root, "bin/busybox", "usr/bin/busybox"], cancel);
        var busybox = Directory.EnumerateFiles(unpacked, "busybox", SearchOption.AllDirectories).First();
        var shell = await File.ReadAllBytesAsync(busybox, cancel);
        OciLayout.Write(folder, "latest", board.Soc.Architecture.DebianArch, shell, "/bin/sh");
        await HostileImage.WriteAsync(
            Path.Combine(Path.GetDirectoryName(folder)!, Path.GetFileName(HostileContainer)), board.Soc.Architecture, shell, cancel);
        Directory.Delete(unpacked, recursive: true);
        File.Delete(root);
    }
}
