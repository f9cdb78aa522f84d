using Bsp.Build;
using Bsp.Build.Sources;
using Bsp.Firmware.Boards;
using Bsp.Firmware.Images;
using Bsp.Model;

namespace Bsp.Firmware.Sources;

/// <summary>
/// What <c>Lock</c> pins: what the distributions of the boards name, the build's own tools, and what our engines are compared with.
/// </summary>
public static class PinnedSources
{
    // What no firmware is made of, but our engines are compared with.
    private static readonly DebianSource[] s_compared =
    [
        DebianSource.Source("busybox-1.37", "trixie", "busybox"),
        // Runs dt-schema 2025.08: Debian 12's Python has an older jsonschema.
        DebianSource.Binary(
            "python-3.13", "trixie",
            "libc6", "libexpat1", "libfdt1", "libgcc-s1", "libpython3.13-minimal", "libpython3.13-stdlib",
            "python3-attr", "python3-jsonschema",
            "python3-jsonschema-specifications", "python3-libfdt", "python3-referencing", "python3-rpds-py", "python3-ruamel.yaml",
            "python3-ruamel.yaml.clib",
            "python3.13-minimal", "zlib1g"),
    ];

    // Compared with as upstream has it.
    private static readonly SourcePin s_dtc = new("dtc-1.7.2", "trixie", "device-tree-compiler", OnlyUpstream: true);

    // Only configurations are compared on it.
    private static readonly BinaryPin s_newestKernel = new("linux-newest", "sid", DebianArchive.BuildArchitecture, ["linux-source"]);

    /// <summary>What boards need, and the build itself.</summary>
    /// <param name="boards">Boards on their distributions; those that are not built from Debian's archive need nothing of it.</param>
    /// <exception cref="BuildFailedException">Two records mean different packages by one name.</exception>
    public static SourcePins Of(IEnumerable<GeneratedBoard> boards)
    {
        var targets = boards.Where(ImageTarget.Supports).Select(ImageTarget.Of).ToList();
        var named = targets.SelectMany(target => SourcesOf(target.Distribution)).Append(Ext4Image.Tools).Concat(s_compared)
            .GroupBy(source => source.Name).Select(RequireSame).ToLookup(source => source.IsSource);
        return new()
        {
            Binaries =
            [
                // Sources and schemas are for all architectures; GRUB's modules and the tools run on the machine that builds.
                .. named[false].Select(
                    source => new BinaryPin(source.Name, source.Suite, DebianArchive.BuildArchitecture, [.. source.Packages])),
            ],
            Sources = [.. named[true].Select(source => new SourcePin(source.Name, source.Suite, source.Packages.Single())), s_dtc],
            Newest = [s_newestKernel],
            Closures =
            [
                .. targets.GroupBy(target => target.Distribution.Userland.SourceFor(target.Board.Soc.Architecture), StringComparer.Ordinal)
                    .Select(Userland),
            ],
        };
    }

    private static IEnumerable<DebianSource> SourcesOf(DebianDistribution distribution) =>
        new[]
        {
            distribution.Kernel, distribution.Schemas, distribution.UBoot, distribution.Grub, distribution.TrustedFirmware,
        }.OfType<DebianSource>();

    private static DebianSource RequireSame(IGrouping<SourceName, DebianSource> sources)
    {
        var first = sources.First();
        return sources.FirstOrDefault(source => source != first) is not { } other
            ? first
            : throw new BuildFailedException(
                $"the source '{sources.Key}' is {Described(first)} in one record and {Described(other)} in another; "
                + "give one of them another name");
    }

    private static string Described(DebianSource source) => $"{string.Join(", ", source.Packages)} of {source.Suite}";

    private static ClosurePin Userland(IGrouping<string, ImageTarget> targets)
    {
        var (board, distribution, _) = targets.First();
        if (targets.FirstOrDefault(target => target.Distribution.Userland != distribution.Userland) is { } other)
        {
            throw new BuildFailedException(
                $"the userland '{distribution.Userland.Name}' is not the same on '{distribution.Id}' and '{other.Distribution.Id}'; "
                + "give one of them another name");
        }

        var packages = targets.SelectMany(target => target.Distribution.FeaturesOf(target.Board)).SelectMany(feature => feature.Packages);
        return new(
            targets.Key, distribution.Userland.Suite, board.Soc.Architecture.DebianArch,
            [.. packages.Select(package => package.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])
        {
            Unused = [.. distribution.Userland.Unused],
        };
    }
}
