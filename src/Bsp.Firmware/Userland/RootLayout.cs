namespace Bsp.Firmware.Userland;

/// <summary>Where files lie in the root filesystem: <c>/usr</c> merged, and one folder for all programs.</summary>
/// <remarks>
/// Packages of Debian 12 still write to /bin, /sbin and /lib, and rely on links there (debian-policy, section 9.1.1).
/// With all of them leading to one folder, a script finds a program under whichever path it names.
/// </remarks>
public static class RootLayout
{
    /// <summary>The links that make it so: each path, and what its link says.</summary>
    public static IEnumerable<(string Path, string Text)> Links =>
        Moves.Select(move => (move.From, LinkText(move.From, move.To)));

    private static readonly (string From, string To)[] Moves =
    [
        ("/bin", "/usr/bin"),
        ("/lib", "/usr/lib"),
        ("/lib64", "/usr/lib64"),
        ("/sbin", "/usr/bin"),
        ("/usr/sbin", "/usr/bin"),
    ];

    /// <summary>
    /// The path under which a file lies that somebody calls <paramref name="path"/>: absolute, without <c>..</c>, all links resolved.
    /// </summary>
    public static string Canonical(string path)
    {
        List<string> parts = [];
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
                parts.RemoveRange(Math.Max(0, parts.Count - 1), Math.Min(1, parts.Count));
            else if (part != ".")
                parts.Add(part);
        }

        var plain = "/" + string.Join('/', parts);
        foreach (var (from, to) in Moves)
        {
            if (plain == from || plain.StartsWith(from + "/", StringComparison.Ordinal))
                return to + plain[from.Length..];
        }

        return plain;
    }

    /// <summary>What a link at <paramref name="link"/> must say to lead to <paramref name="target"/>; both canonical.</summary>
    public static string LinkText(string link, string target) =>
        Path.GetRelativePath(Path.GetDirectoryName(link)!, target);
}
