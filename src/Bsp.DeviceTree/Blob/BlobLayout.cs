namespace Bsp.DeviceTrees;

/// <summary>What blobs are made of, and what the versions of the format differ in (scripts/dtc/flattree.c, version_table).</summary>
/// <param name="Version">The version.</param>
/// <param name="LastCompatible">The oldest version whose readers can read it.</param>
/// <param name="HeaderSize">The size of the header in bytes.</param>
/// <param name="IsOld">
/// Whether nodes have their paths for names, and their names in a property; and long values begin at a multiple of 8.
/// </param>
internal sealed record BlobLayout(int Version, int LastCompatible, int HeaderSize, bool IsOld)
{
    public const uint Magic = 0xd00dfeed;
    public const uint BeginNode = 1;
    public const uint EndNode = 2;
    public const uint Property = 3;
    public const uint Nop = 4;
    public const uint End = 9;

    /// <summary>Whether the header has the number of the processor that boots.</summary>
    public bool HasBootProcessor => Version >= 2;

    /// <summary>Whether the header has the size of the names.</summary>
    public bool HasNamesSize => Version >= 3;

    /// <summary>Whether the header has the size of the tree.</summary>
    public bool HasStructureSize => Version >= 17;

    /// <summary>The layout of a version.</summary>
    /// <exception cref="ArgumentException">There is no such version.</exception>
    public static BlobLayout Existing(int version) =>
        Of(version)
            ?? throw new ArgumentException(
                $"there is no version {version} of device tree blobs; there are 1, 2, 3, 16 and 17", nameof(version));

    /// <summary>The layout of a version; null where there is none.</summary>
    public static BlobLayout? Of(int version) => version switch
    {
        1 => new(1, 1, 28, true),
        2 => new(2, 1, 32, true),
        3 => new(3, 1, 36, true),
        16 => new(16, 16, 36, false),
        17 => new(17, 16, 40, false),
        _ => null,
    };
}
