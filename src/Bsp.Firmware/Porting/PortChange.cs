namespace Bsp.Firmware.Porting;

/// <summary>A change to one file of a checkout.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Path">The file, relative to the checkout.</param>
/// <param name="Before">What is there, or null when there is no file.</param>
/// <param name="After">What will be there, or null when there will be no file.</param>
public sealed record PortChange(PortChangeKind Kind, string Path, string? Before, string? After)
{
    /// <summary>The change as a unified diff.</summary>
    public string Diff => UnifiedDiff.Between(Path, Before, After);

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        PortChangeKind.Write => (Before is null ? "new      " : "write    ") + Path,
        PortChangeKind.Region => "region   " + Path,
        PortChangeKind.Remove => "remove   " + Path,
        _ => "record   " + Path,
    };
}

/// <summary>What is done to a file.</summary>
public enum PortChangeKind
{
    /// <summary>A board's own file is written.</summary>
    Write,

    /// <summary>The boards' lines in a shared file change.</summary>
    Region,

    /// <summary>A file that no board has any more is removed.</summary>
    Remove,

    /// <summary>Port's own record of what it wrote changes.</summary>
    Record,
}
