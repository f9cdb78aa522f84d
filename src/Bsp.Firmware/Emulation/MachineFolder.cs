using Bsp.Artifacts.Disk;
using Bsp.Build;
using Bsp.Model;

namespace Bsp.Firmware.Emulation;

/// <summary>What one emulated machine consists of: its disk, its firmware, and what the firmware remembers.</summary>
/// <param name="Path">The folder; the machine writes to it.</param>
/// <param name="Firmware">The firmware, never written to.</param>
public sealed record MachineFolder(string Path, string Firmware)
{
    private const string Ovmf = "/usr/share/OVMF/OVMF_CODE_4M.secboot.fd";

    // With the test key that Debian publishes (PkKek-1-snakeoil) as platform, exchange and signature key.
    private const string OvmfVariables = "/usr/share/OVMF/OVMF_VARS_4M.snakeoil.fd";

    /// <summary>How large the disk is unless told otherwise: more than the image, so that /var has room to grow.</summary>
    public static ByteSize DefaultDiskSize { get; } = 1.GiB();

    /// <summary>The disk, raw.</summary>
    public string Disk => System.IO.Path.Combine(Path, DiskInputs.Disk);

    /// <summary>What the disk hangs on, where that is not what the board's record says.</summary>
    public DiskInterface? Interface { get; init; }

    /// <summary>A second disk, raw and read-only, or none.</summary>
    public string? Attachment { get; init; }

    /// <summary>The variables of UEFI firmware.</summary>
    public string Variables => System.IO.Path.Combine(Path, "efi-variables.fd");

    /// <summary>Makes a machine from a board's image, as if the image had been written to a larger disk.</summary>
    /// <param name="board">The board.</param>
    /// <param name="imageFolder">The folder with <c>disk.img</c> and, where U-Boot starts the board, its image.</param>
    /// <param name="path">The folder to make; a machine that is there is replaced.</param>
    /// <param name="diskSize">The size of the disk; the image's own where that is larger.</param>
    /// <param name="cancel">Stops the copying.</param>
    /// <remarks>
    /// The backup partition table stays where the image ended, as it does on a real disk; the device moves it when /var grows.
    /// </remarks>
    /// <exception cref="BuildFailedException">A file is missing; the message says how to get it.</exception>
    public static async Task<MachineFolder> MakeAsync(
        BootableBoard board, string imageFolder, string path, ByteSize diskSize, CancellationToken cancel)
    {
        Directory.CreateDirectory(path);
        var folder = Open(board, imageFolder, path);
        var image = Existing(System.IO.Path.Combine(imageFolder, DiskInputs.Disk), $"./build.sh Image --board {board.Id}");
        await SparseFile.CopyAsync(image, folder.Disk, diskSize.Bytes, cancel).ConfigureAwait(false);
        if (board.Boot is GrubEfi)
            File.Copy(Existing(OvmfVariables, "apt-get install ovmf"), folder.Variables, overwrite: true);
        return folder;
    }

    /// <summary>The machine that an earlier call made, with what it has written since.</summary>
    /// <inheritdoc cref="MakeAsync"/>
    public static MachineFolder Open(BootableBoard board, string imageFolder, string path) => new(path, board.Boot switch
    {
        UBoot boot => Existing(System.IO.Path.Combine(imageFolder, boot.Image), $"./build.sh Image --board {board.Id}"),
        GrubEfi => Existing(Ovmf, "apt-get install ovmf"),
        _ => throw new BuildFailedException(
            $"the emulator has no firmware for the boot chain '{board.Boot?.GetType().Name}' of '{board.Id}'"),
    });

    private static string Existing(string file, string remedy) => File.Exists(file)
        ? file
        : throw new BuildFailedException($"'{file}' is missing; make it with: {remedy}");
}
