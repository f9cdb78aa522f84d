namespace Bsp.DeviceTrees;

/// <summary>How a blob is laid out: dtc's options.</summary>
public sealed record BlobOptions
{
    /// <summary>The version of the format: 1, 2, 3, 16 or 17: <c>-V</c>.</summary>
    public int Version { get; init; } = 17;

    /// <summary>How many empty entries the list of reserved memory has besides: <c>-R</c>.</summary>
    public int ReserveEntries { get; init; }

    /// <summary>The least size in bytes: <c>-S</c>.</summary>
    public int MinimumSize { get; init; }

    /// <summary>How many bytes are added: <c>-p</c>.</summary>
    public int Padding { get; init; }

    /// <summary>What the size is a multiple of, in bytes; a power of two: <c>-a</c>.</summary>
    public int Alignment { get; init; }
}
