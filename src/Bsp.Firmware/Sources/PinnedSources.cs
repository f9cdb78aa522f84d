using Bsp.Firmware.Images;
using Bsp.Model;

namespace Bsp.Firmware.Sources;

/// <summary>What <c>Lock</c> pins: what the distributions of the boards name, the build's own tools, and what our engines are compared with.</summary>
public sealed record PinnedSources
{
    /// <summary>The newest kernel, on which configurations are compared: the package that depends on the one with the source, whose name has the version.</summary>
    internal static readonly DebianSource NewestKernel = DebianSource.Binary("linux-newest", "sid", "linux-source");

    // What no firmware is made of, but our engines are compared with.
    private static readonly DebianSource[] s_compared =
    [
        DebianSource.Source("busybox-1.37", "trixie", "busybox"),
        // Runs dt-schema 2025.08: Debian 12's Python has an older jsonschema.
        DebianSource.Binary(
            "python-3.13", "trixie",
            "libc6", "libexpat1", "libfdt1", "libgcc-s1", "libpython3.13-minimal", "libpython3.13-stdlib", "python3-attr", "python3-jsonschema", "python3-jsonschema-specifications",
            "python3-libfdt", "python3-referencing", "python3-rpds-py", "python3-ruamel.yaml", "python3-ruamel.yaml.clib", "python3.13-minimal", "zlib1g"),
    ];

    /// <summary>Sources of which only upstream's part is taken, without Debian's patches: programs that our engines are compared with.</summary>
    internal static readonly IReadOnlyList<DebianSource> Upstream = [DebianSource.Source("dtc-1.7.2", "trixie", "device-tree-compiler")];

    private PinnedSources(IReadOnlyList<DebianSource> sources, IReadOnlyList<PinnedUserland> userlands) => (Sources, Userlands) = (sources, userlands);

    /// <summary>Packages by name, each name once.</summary>
    public IReadOnlyList<DebianSource> Sources { get; }

    /// <summary>The userlands, one for each architecture that a board has.</summary>
    public IReadOnlyList<PinnedUserland> Userlands { get; }

    /// <summary>What boards need, and the build itself.</summary>
    /// <param name="boards">Boards on their distributions; those that are not built from Debian's archive need nothing of it.</param>
    /// <exception cref="BuildFailedException">Two records mean different packages by one name.</exception>
    public static PinnedSources Of(IEnumerable<GeneratedBoard> boards)
    {
        var targets = boards.Select(pair => (pair.Board as BootableBoard, pair.Distribution as DebianDistribution))
            .Where(pair => pair is ({ }, { })).Select(pair => (Board: pair.Item1!, Distribution: pair.Item2!)).ToList();
        return new(
            [.. targets.SelectMany(target => SourcesOf(target.Distribution)).Append(Ext4Image.Tools).Concat(s_compared).GroupBy(source => source.Name, StringComparer.Ordinal).Select(Once)],
            [.. targets.GroupBy(target => target.Distribution.Userland.SourceFor(target.Board.Soc.Architecture), StringComparer.Ordinal).Select(Userland)]);
    }

    private static IEnumerable<DebianSource> SourcesOf(DebianDistribution distribution) =>
        new[] { distribution.Kernel, distribution.Schemas, distribution.UBoot, distribution.Grub, distribution.TrustedFirmware }.OfType<DebianSource>();

    private static DebianSource Once(IGrouping<string, DebianSource> sources)
    {
        var first = sources.First();
        return sources.FirstOrDefault(source => source != first) is not { } other
            ? first
            : throw new BuildFailedException($"the source '{sources.Key}' is {Described(first)} in one record and {Described(other)} in another; give one of them another name");
    }

    private static string Described(DebianSource source) => $"{string.Join(", ", source.Packages)} of {source.Suite}";

    private static PinnedUserland Userland(IGrouping<string, (BootableBoard Board, DebianDistribution Distribution)> targets)
    {
        var (board, distribution) = targets.First();
        if (targets.Select(target => target.Distribution).FirstOrDefault(other => other.Userland != distribution.Userland) is { } other)
            throw new BuildFailedException($"the userland '{distribution.Userland.Name}' is not the same on '{distribution.Id}' and '{other.Id}'; give one of them another name");
        var packages = targets.SelectMany(target => target.Distribution.FeaturesOf(target.Board)).SelectMany(feature => feature.Packages);
        return new(targets.Key, distribution.Userland, board.Soc.Architecture.DebianArch, [.. packages.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }
}

/// <summary>A userland for one architecture.</summary>
/// <param name="Source">Its name in the lock file.</param>
/// <param name="Userland">Where the packages come from.</param>
/// <param name="Architecture">Debian's name of the architecture.</param>
/// <param name="Packages">The packages that features name.</param>
public sealed record PinnedUserland(string Source, DebianUserland Userland, string Architecture, IReadOnlyList<string> Packages);
