using Bsp.Build;

namespace Bsp.Infix.Porting;

/// <summary>A change to one file of a checkout.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Path">The file, relative to the checkout.</param>
/// <param name="Before">What is there, or null when there is no file.</param>
/// <param name="After">What will be there, or null when there will be no file.</param>
public sealed record PortChange(PortChangeKind Kind, string Path, string? Before, string? After)
{
    internal PortChange(PortChangeKind kind, string path, PortContent? before, PortContent? after)
        : this(kind, path, before?.Text, after?.Text) => (WasLink, IsLink) = (before?.IsLink == true, after?.IsLink == true);

    /// <summary>Whether <see cref="Before"/> is what a symbolic link points to.</summary>
    public bool WasLink { get; }

    /// <summary>Whether <see cref="After"/> is what a symbolic link points to.</summary>
    public bool IsLink { get; }

    /// <summary>The change as a unified diff.</summary>
    public string Diff => (WasLink, IsLink) switch
    {
        (false, false) => UnifiedDiff.Create(Path, Before, After),
        // git, too, has one give way to the other.
        _ when WasLink != IsLink && Before is not null && After is not null => One(Before, null, WasLink) + One(null, After, IsLink),
        _ => One(Before, After, isLink: true),
    };

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        PortChangeKind.Write => (Before is null ? "new      " : "write    ") + Path,
        PortChangeKind.Region => "region   " + Path,
        PortChangeKind.Remove => "remove   " + Path,
        _ => "record   " + Path,
    };

    // git's "extended headers", which say what kind of file it is.
    private string One(string? before, string? after, bool isLink)
    {
        var mode = isLink ? "120000" : "100644";
        var header = before is null ? "new file mode " + mode + "\n" : after is null ? "deleted file mode " + mode + "\n" : "";
        return "diff --git a/" + Path + " b/" + Path + "\n" + header + UnifiedDiff.Create(Path, before, after);
    }
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
