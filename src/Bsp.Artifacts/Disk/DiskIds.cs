using Bsp.Model;

namespace Bsp.Artifacts.Disk;

/// <summary>The identifiers on a board's disk: the same in every build, different on every board.</summary>
public static class DiskIds
{
    // The namespace of all names below; any UUID would do, it may only never change.
    private static readonly Guid Space = new("7c0b6b1e-52c5-4f0c-9d2b-3a6d2f5d9a41");

    /// <summary>The disk's GUID in its partition table.</summary>
    public static Guid Disk(Board board) => NameBasedUuid.Make(Space, board.Id + "/disk");

    /// <summary>The 32-bit signature in an MBR.</summary>
    public static uint DiskSignature(Board board) => FirstWord(Disk(board));

    /// <summary>The partition's GUID (PARTUUID): its own, or one made from the board's id and its name.</summary>
    public static Guid Partition(Board board, Partition partition) =>
        partition.Id ?? NameBasedUuid.Make(Space, board.Id + "/partition/" + partition.Name);

    /// <summary>The UUID of the ext4 filesystem in a partition.</summary>
    public static Guid Filesystem(Board board, Partition partition) =>
        NameBasedUuid.Make(Space, board.Id + "/filesystem/" + partition.Name);

    /// <summary>The seed of an ext4 filesystem's directory hashes.</summary>
    public static Guid HashSeed(Board board, Partition partition) =>
        NameBasedUuid.Make(Space, board.Id + "/hash-seed/" + partition.Name);

    /// <summary>The volume id of the FAT filesystem in a partition.</summary>
    public static uint VolumeId(Board board, Partition partition) => FirstWord(Filesystem(board, partition));

    private static uint FirstWord(Guid guid) => BitConverter.ToUInt32(guid.ToByteArray(), 0);
}
