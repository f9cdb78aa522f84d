using Bsp.Model;

namespace Bsp.Artifacts.Boards;

/// <summary>
/// The distribution's part of <c>board.json</c>: what it is, what runs on the board, and the packages that it is made from.
/// </summary>
internal static class DistributionJson
{
    public static JsonMembers Of(BootableBoard board, DebianDistribution distribution) => new JsonMembers
    {
        { "id", distribution.Id },
        { "name", distribution.Name },
        { "features", distribution.Features.Select(feature => feature.Name) },
        { "overlay", distribution.Overlay },
        { "folder", distribution.Folder },
        { "userland", Of(distribution.Userland, distribution.FeaturesOf(board), board.Soc.Architecture) },
        { "sources", SourcesOf(board, distribution).Select(used => Of(used.Use, used.Source)) },
    }.With("default", distribution.IsDefault).WithAny("boards", distribution.Boards);

    private static JsonMembers Of(DebianUserland userland, IEnumerable<Feature> features, Architecture architecture) => new JsonMembers
    {
        { "source", userland.SourceFor(architecture) },
        { "suite", userland.Suite },
        {
            "features",
            features.Select(feature =>
                new JsonMembers { { "name", feature.Name }, { "packages", feature.Packages }, { "files", feature.Files } })
        },
    }.WithAny("unused", userland.Unused);

    private static JsonMembers Of(string use, DebianSource source) => new()
    {
        { "use", use },
        { "name", source.Name },
        { "kind", source.IsSource ? "source" : "binary" },
        { "suite", source.Suite },
        { "packages", source.Packages },
    };

    // A board needs the sources of its own boot chain alone, and schemas where there is a tree that they can check.
    private static IEnumerable<(string Use, DebianSource Source)> SourcesOf(BootableBoard board, DebianDistribution distribution)
    {
        yield return ("kernel", distribution.Kernel);
        if (board.DeviceTree is not null)
            yield return ("schemas", distribution.Schemas);
        if (board.Boot is UBoot uboot)
        {
            yield return ("u-boot", distribution.UBoot);
            if (uboot.TrustedFirmware is not null && distribution.TrustedFirmware is { } firmware)
                yield return ("trusted-firmware", firmware);
        }
        else
        {
            yield return ("grub", distribution.Grub);
        }
    }
}
