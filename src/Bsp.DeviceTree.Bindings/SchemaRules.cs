using Bsp.Shared;

namespace Bsp.DeviceTrees.Bindings;

/// <summary>
/// How bindings and trees are read: as a version of dt-schema reads them. A kernel's bindings are written for the dt-schema of their time.
/// </summary>
public sealed class SchemaRules
{
    private SchemaRules(string version) => Version = version;

    /// <summary>
    /// dt-schema 2022.08.2 with Python's jsonschema 4.10, as Debian 12 has them: all values are lists, and numbers lists of
    /// lists. Linux 6.1 is of its time.
    /// </summary>
    public static SchemaRules V2022 { get; } = new("2022.08.2");

    /// <summary>
    /// dt-schema 2025.08 with Python's jsonschema 4.19, as Debian 13 has them: a value has the form that its type says. Linux
    /// 6.12 is of its time.
    /// </summary>
    public static SchemaRules V2025 { get; } = new("2025.08");

    /// <summary>All that there are, the oldest first.</summary>
    public static IReadOnlyList<SchemaRules> All { get; } = [V2022, V2025];

    /// <summary>The version of dt-schema.</summary>
    public string Version { get; }

    /// <summary>The rules that a kernel's bindings are written for, and with them the dt-schema that they take.</summary>
    /// <param name="version">
    /// The kernel's version as tags, makefiles and packages have it: <c>6.12</c>, <c>v6.12.95</c>, <c>6.12-rc3</c>.
    /// </param>
    /// <exception cref="FormatException">It is not a version of Linux.</exception>
    public static SchemaRules ForLinux(string version) =>
        // Since 6.7 bindings refer to schemas that have moved to dt-schema 2023.09, the least version that their Makefile takes
        // ("dt-bindings: Drop kernel copy of common reserved-memory bindings"). Findings were compared with dt-schema on 6.1 and 6.12.
        LinuxRelease.Of(version).CompareTo((6, 7)) >= 0 ? V2025 : V2022;

    /// <summary>Whether they are of an older dt-schema.</summary>
    public bool IsOlderThan(SchemaRules other) => string.CompareOrdinal(Version, other.Version) < 0;

    /// <summary>The rules nearest to those of a version of dt-schema: the newest that are not newer, else the oldest.</summary>
    /// <param name="version">The version: a year and a month, whatever is after them.</param>
    public static SchemaRules NearestTo(string version) =>
        All.LastOrDefault(rules => string.CompareOrdinal(rules.Version[.."yyyy.mm".Length], version) <= 0) ?? All[0];

    /// <summary>The version of dt-schema that its own schemas are of.</summary>
    /// <param name="schemas">Their folder, <c>dtschema/schemas</c>; the version is beside it, in <c>version.py</c>.</param>
    /// <returns>Null where it is not said.</returns>
    public static string? VersionOf(string schemas)
    {
        var file = Path.Combine(schemas, "..", "version.py");
        // __version__ = version = '2025.08'
        return !File.Exists(file) ? null : File.ReadLines(file)
            .Select(line => line.Split('=', StringSplitOptions.TrimEntries))
            .Where(parts => parts.Length > 1 && parts[0] == "__version__")
            .Select(parts => parts[^1].Trim('"', '\''))
            .FirstOrDefault();
    }

    /// <inheritdoc/>
    public override string ToString() => Version;
}
