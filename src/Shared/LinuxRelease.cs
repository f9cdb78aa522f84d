namespace Bsp.Shared;

/// <summary>
/// The release that a version of Linux is of: its first two numbers, which decide what its Kconfig files and its bindings may
/// contain. Compiled into Bsp.Kconfig and Bsp.DeviceTree.Bindings, which know nothing of each other and have no project in common.
/// </summary>
internal static class LinuxRelease
{
    private const int MaximumDigits = 4;

    /// <summary>
    /// The release of a version: of <c>6.12</c>, <c>v6.12.95</c>, <c>6.12-rc3</c> and <c>6.12.95-1~bpo12+1</c> it is 6.12.
    /// </summary>
    /// <exception cref="FormatException">It is not a version of Linux.</exception>
    public static (int Major, int Minor) Of(string version)
    {
        var at = version is ['v', ..] ? 1 : 0;
        return Number(version, ref at) is { } major && at < version.Length && version[at++] == '.'
            && Number(version, ref at) is { } minor && IsSuffix(version, at)
            ? (major, minor)
            : throw new FormatException(
                $"'{version}' is not a version of Linux; one begins with two numbers, as 6.12, v6.12.95 and 6.12-rc3 do");
    }

    private static int? Number(string text, ref int at)
    {
        var (start, value) = (at, 0);
        while (at < text.Length && at - start < MaximumDigits && text[at] is >= '0' and <= '9')
            value = (value * 10) + text[at++] - '0';
        return at > start ? value : null;
    }

    // A sublevel, a release candidate, or what a distribution or CONFIG_LOCALVERSION appends.
    private static bool IsSuffix(string text, int at) =>
        at == text.Length || (at + 1 < text.Length && text[at] is '.' or '-' or '+' or '~' or '_');
}
