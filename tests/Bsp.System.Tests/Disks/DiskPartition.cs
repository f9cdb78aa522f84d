namespace Bsp.SystemTests.Disks;

/// <summary>A partition as the disk's own table has it.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="Id">Its GUID.</param>
/// <param name="Type">Its type GUID.</param>
/// <param name="Offset">Its first byte.</param>
/// <param name="Size">Its length in bytes.</param>
public sealed record DiskPartition(int Number, string Name, Guid Id, Guid Type, long Offset, long Size);
