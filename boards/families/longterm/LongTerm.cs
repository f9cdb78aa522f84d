using Bsp.Boards.Families.Reference;

namespace Bsp.Boards.Families.LongTerm;

/// <summary>The reference distribution on Linux 6.1, the kernel of Debian 12 itself; Nightly compiles it.</summary>
public static class LongTermDistribution
{
    [Distribution]
    public static readonly DebianDistribution LongTerm = ReferenceDistribution.Reference with
    {
        Id = "longterm",
        Name = "Bsp Longterm",
        IsDefault = false,
        Boards = ["qemu-aarch64"],
        Kernel = DebianSource.Binary("linux-6.1", "bookworm", "linux-source-6.1"),
        Schemas = DebianSource.Binary("dt-schema-2022.08.2", "bookworm", "dt-schema"),
        Features = [Features.Base, Features.ImmutableBefore6_8, Features.Network, Features.Containers, Features.Update],
        Folder = ReferenceDistribution.Reference.Id,
    };
}
