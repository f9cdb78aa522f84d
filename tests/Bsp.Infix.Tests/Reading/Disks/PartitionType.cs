namespace Bsp.Infix.Tests.Reading.Disks;

/// <summary>The short names that genimage has for partition types.</summary>
internal static class PartitionType
{
    /// <summary>
    /// genimage 20, hd image's <c>gpt_partition_type_shortcuts</c>; the Discoverable Partitions Specification has the GUIDs.
    /// </summary>
    public static string Guid(string type) => type switch
    {
        "L" or "linux" => "0FC63DAF-8483-4772-8E79-3D69D8477DE4",
        "U" or "uefi" => "C12A7328-F81F-11D2-BA4B-00A0C93EC93B",
        "srv" => "3B8F8425-20E0-4F3B-907F-1A25A76F98E8",
        "var" => "4D21B016-B534-45C2-A9FB-5C16E091FD2D",
        _ => type.ToUpperInvariant(),
    };
}
