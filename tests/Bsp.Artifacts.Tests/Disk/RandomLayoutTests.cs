using Bsp.Artifacts.Checks;
using Bsp.Artifacts.Disk;
using Bsp.Artifacts.Tests.Samples;
using Bsp.Artifacts.Tests.Tools;
using Bsp.Model;
using CsCheck;
using Xunit;

namespace Bsp.Artifacts.Tests.Disk;

public sealed class RandomLayoutTests
{
    private const int SectorsOfDisk = 1024;

    // What concerns the layout alone; slots and filesystems are another matter.
    private static readonly Rule[] s_layoutRules =
    [
        Rules.InvalidValue, Rules.DuplicatePartitionName, Rules.DuplicatePartitionId,
        Rules.Overlap, Rules.PastTheEnd, Rules.InTheTable, Rules.OverRaw, Rules.Misaligned, Rules.BrokenSectors,
        Rules.LongName, Rules.MbrEntries,
    ];

    private static readonly Gen<ByteSize> s_offset = Gen.Int[0, SectorsOfDisk].Select(sectors => (sectors * ByteSize.SectorSize).Bytes());

    // Mostly small, so that some layouts have no fault.
    private static readonly Gen<ByteSize> s_size = Gen.Frequency(
        (12, Gen.Int[1, 96].Select(sectors => (sectors * ByteSize.SectorSize).Bytes())),
        (1, Gen.Int[0, 20_000].Select(bytes => bytes.Bytes())));

    private static readonly Gen<Partition> s_partition = Gen.Select(
        Gen.Int[0, 40], s_size, Sometimes(s_offset, 3), Sometimes(Gen.Byte[1, 200], 4), Gen.Bool)
        .Select(
            (name, size, offset, mbrType, bootable) => new Partition("p" + name, size, new RawFile("content"))
            {
                Offset = offset,
                MbrType = mbrType,
                Bootable = bootable,
            });

    private static readonly Gen<RawRegion> s_raw = Gen.Select(Gen.Int[0, 40], s_offset, s_size)
        .Select((name, offset, size) => new RawRegion("r" + name, "content", offset, size));

    private static readonly Gen<DiskLayout> s_layout = Gen.Select(
            Gen.Enum<PartitionTable>(), Gen.Int[0, 6], s_partition.Array[1, 5], s_raw.Array[0, 1])
        .Select((table, alignment, partitions, raw) => new DiskLayout
        {
            Table = table,
            Size = (SectorsOfDisk * ByteSize.SectorSize).Bytes(),
            Alignment = (ByteSize.SectorSize << alignment).Bytes(),
            Partitions = Seq<Partition>.Of(partitions),
            Raw = Seq<RawRegion>.Of(raw),
        });

    private static Gen<T?> Sometimes<T>(Gen<T> gen, int timesOfTen)
        where T : struct =>
        Gen.Select(gen, Gen.Int[1, 10]).Select((value, roll) => roll <= timesOfTen ? (T?)value : null);

    [Fact]
    public void Genimage_makes_every_layout_in_which_the_checks_find_nothing()
    {
        var made = 0;
        s_layout.Sample(
            layout =>
            {
                var board = Rockchip.Board with { Disk = layout };
                if (BoardChecks.Check(board, TestBoards.Bare).Any(finding => s_layoutRules.Contains(finding.Rule)))
                    return;
                using var scratch = new TempFolder();
                Genimage.Run(scratch, TestBoards.GenimageConfig(board), "content");
                Interlocked.Increment(ref made);
            },
            iter: 800, threads: 1, print: layout => layout.ToString());

        Assert.True(made >= 10, $"only {made} layouts were without a fault");
    }
}
