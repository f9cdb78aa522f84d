using Bsp.Build;
using Bsp.Build.Sources;
using Bsp.Build.Steps;

namespace Bsp.Kconfig.Conformance.SourceTrees;

/// <summary>The trees that an engine is compared on.</summary>
internal static class TreeCatalog
{
    // No package has their source.
    private static readonly Dictionary<string, SourceTreeKind> OfFolders = new(StringComparer.Ordinal)
    {
        ["buildroot"] = SourceTreeKind.Buildroot,
        ["barebox"] = SourceTreeKind.Barebox,
        ["nuttx"] = SourceTreeKind.NuttX,
        ["zephyr"] = SourceTreeKind.Zephyr,
    };

    /// <summary>All names: those of the pinned sources that have Kconfig files, and those that are only had as folders.</summary>
    /// <param name="sources">The pinned sources.</param>
    public static IReadOnlyList<string> NamesIn(LockFile sources) =>
        [.. new[] { "linux", "u-boot", "busybox" }.SelectMany(sources.ReleasesOf), .. OfFolders.Keys];

    /// <summary>A tree by its name.</summary>
    /// <param name="name">One of <see cref="NamesIn"/>.</param>
    /// <param name="sources">The pinned sources.</param>
    /// <param name="folders">Folders of the caller by name, instead of pinned sources.</param>
    /// <exception cref="BuildFailedException">There is none of that name, or it cannot be had.</exception>
    public static OracleTree Find(string name, LockFile sources, IReadOnlyDictionary<string, string> folders)
    {
        var kind = name[..Math.Max(0, name.LastIndexOf('-'))] switch
        {
            "linux" => SourceTreeKind.Linux,
            "u-boot" => SourceTreeKind.UBoot,
            "busybox" => SourceTreeKind.BusyBox,
            "" when OfFolders.TryGetValue(name, out var known) => folders.ContainsKey(name) ? known : throw new BuildFailedException(
                $"Debian has no package with the source of {name}; --folder {name}=DIR names a checkout"),
            _ => throw new BuildFailedException($"there is no tree '{name}'; there are {string.Join(", ", NamesIn(sources))}"),
        };
        if (folders.TryGetValue(name, out var folder))
            return new(name, kind, null, Path.GetFullPath(folder));
        var fetch = new FetchStep(sources, name);
        Step source = kind == SourceTreeKind.Linux ? new KernelSourceStep(fetch)
            : kind == SourceTreeKind.UBoot ? new SourcePackageStep(fetch)
            : new BusyBoxSourceStep(fetch);
        return new(name, kind, source)
        {
            Origin = string.Join(", ", fetch.Source.Packages.Select(package => $"{package.Package} {package.Version} of {package.Suite}")),
        };
    }
}
