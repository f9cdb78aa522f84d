namespace Bsp.Cli.SourceTrees;

/// <summary>The version that the head of a Makefile states: VERSION, PATCHLEVEL, SUBLEVEL and EXTRAVERSION.</summary>
/// <param name="Version">The first number.</param>
/// <param name="PatchLevel">The second.</param>
/// <param name="SubLevel">The third.</param>
/// <param name="Extra">What follows, such as <c>-rc1</c>.</param>
internal sealed record MakefileVersion(string Version, string PatchLevel, string SubLevel, string Extra)
{
    private const int MaximumLines = 60;

    /// <summary>As makefiles join the parts.</summary>
    public string Text =>
        Version + (PatchLevel.Length == 0 ? "" : "." + PatchLevel + (SubLevel.Length == 0 ? "" : "." + SubLevel)) + Extra;

    /// <summary>Reads a Makefile.</summary>
    /// <returns>Null when there is none, or it states no version.</returns>
    public static MakefileVersion? Read(string file)
    {
        if (!File.Exists(file))
            return null;
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(file).Take(MaximumLines))
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
                parts.TryAdd(line[..equals].Trim(), line[(equals + 1)..].Trim());
        }

        return parts.TryGetValue("VERSION", out var version) && version.Length > 0
            ? new(
                version, parts.GetValueOrDefault("PATCHLEVEL", ""), parts.GetValueOrDefault("SUBLEVEL", ""),
                parts.GetValueOrDefault("EXTRAVERSION", ""))
            : null;
    }
}
