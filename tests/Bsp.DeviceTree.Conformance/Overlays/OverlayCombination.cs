using System.Text.RegularExpressions;

namespace Bsp.DeviceTree.Conformance.Overlays;

/// <summary>A blob that a kernel's makefile has made of others: <c>foo-dtbs := base.dtb overlay.dtbo</c>.</summary>
/// <param name="Name">The blob, below the folder of device trees.</param>
/// <param name="Base">The source of the tree, below the kernel's source.</param>
/// <param name="Overlays">The sources of the overlays, in their order.</param>
internal sealed partial record OverlayCombination(string Name, string Base, IReadOnlyList<string> Overlays)
{
    /// <summary>All of an architecture, by name.</summary>
    /// <param name="source">The kernel's source.</param>
    /// <param name="architecture">The kernel's name of the architecture.</param>
    public static IReadOnlyList<OverlayCombination> In(string source, string architecture)
    {
        var root = Path.Combine(source, "arch", architecture, "boot", "dts");
        var parts = Directory.EnumerateFiles(root, "Makefile", SearchOption.AllDirectories)
            .SelectMany(Definitions)
            .GroupBy(definition => definition.Blob, definition => definition.Parts, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group.SelectMany(list => list)], StringComparer.Ordinal);
        return
        [
            .. parts.Keys.Order(StringComparer.Ordinal)
                .Select(blob => (Blob: blob, Sources: Sources(blob).Select(path => Path.GetRelativePath(source, path)).ToList()))
                .Select(entry => new OverlayCombination(Path.GetRelativePath(root, entry.Blob), entry.Sources[0], entry.Sources[1..])),
        ];

        // What one begins with may be another.
        IEnumerable<string> Sources(string blob) =>
            parts.TryGetValue(blob, out var list) ? list.SelectMany(Sources) : [SourceOf(blob)];
    }

    // A later part of the makefile may add more of them.
    private static IEnumerable<(string Blob, IReadOnlyList<string> Parts)> Definitions(string makefile)
    {
        var folder = Path.GetDirectoryName(makefile)!;
        var text = File.ReadAllText(makefile).Replace("\\\n", " ", StringComparison.Ordinal);
        foreach (Match match in Definition().Matches(text))
        {
            yield return (
                Path.GetFullPath(Path.Combine(folder, match.Groups["name"].Value + ".dtb")),
                [
                    .. match.Groups["parts"].Value.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)
                        .Select(part => Path.GetFullPath(Path.Combine(folder, part))),
                ]);
        }
    }

    // An overlay is a .dtso since 6.2.
    private static string SourceOf(string blob) =>
        blob.EndsWith(".dtbo", StringComparison.Ordinal) && Path.ChangeExtension(blob, ".dtso") is var overlay && File.Exists(overlay)
            ? overlay
            : Path.ChangeExtension(blob, ".dts");

    [GeneratedRegex(@"^(?<name>[\w.-]+)-dtbs\s*[:+]?=\s*(?<parts>.*)$", RegexOptions.Multiline)]
    private static partial Regex Definition();
}
