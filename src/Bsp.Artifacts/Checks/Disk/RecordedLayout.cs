using Bsp.Model;
using Bsp.Shared;

namespace Bsp.Artifacts.Checks.Disk;

/// <summary>The disk of a board on a distribution, as checks look at it, with the parts of the records that it is made from.</summary>
internal sealed class RecordedLayout
{
    // What is made for the layout, by reference, and what a record has in its place.
    private readonly Dictionary<object, object> _written = new(ReferenceComparer.Instance);

    private RecordedLayout(Board board, DiskLayout layout, Func<Partition, object> recordOf, Func<Partition, Partition> adjust)
    {
        Layout = layout with { Partitions = Seq<Partition>.Of(layout.Partitions.Select(adjust)) };
        for (var i = 0; i < Layout.Partitions.Count; i++)
        {
            // Where the distribution's first partition starts may be the board's.
            _written[Layout.Partitions[i]] = i < board.Disk.Partitions.Count ? board.Disk.Partitions[i]
                : i == board.Disk.Partitions.Count && board.Disk.FirstFree is not null ? board.Disk
                : recordOf(layout.Partitions[i]);
        }

        _written[Layout] = board.Disk;
    }

    public DiskLayout Layout { get; private set; }

    /// <summary>The disk; null where none is described.</summary>
    /// <exception cref="ModelException">It is larger than any disk.</exception>
    public static RecordedLayout? Of(Board board, Distribution distribution) =>
        distribution.LayoutOf(board) is not { } layout ? null : distribution switch
        {
            DebianDistribution debian =>
                new(board, layout, partition => (object?)InLayout(debian.Layout, partition.Name) ?? board.Disk, partition => partition),
            InfixDistribution => OfInfix(board, layout),
            _ => null,
        };

    /// <summary>The finding with its subject as a record has it.</summary>
    public Finding MapToRecord(Finding finding) =>
        _written.TryGetValue(finding.Subject, out var written) ? finding with { Subject = written } : finding;

    private static RecordedLayout OfInfix(Board board, DiskLayout layout)
    {
        // genimage's own alignment; nothing rounds up what states no offset. Of Infix's own partitions the board has the sizes.
        var recorded = new RecordedLayout(
            board, layout with { Alignment = new(ByteSize.SectorSize) }, _ => board.Infix!.Disk!, WithMinimumSize);
        // The image ends where its last partition does.
        var end = recorded.Layout.Place().Select(placed => placed.End).Concat(layout.Raw.Select(raw => raw.End)).Max() + DiskLayout.GptTail;
        recorded.Layout = recorded.Layout with { Size = end };
        recorded._written[recorded.Layout] = board.Disk;
        return recorded;
    }

    private static Partition? InLayout(SlotLayout layout, PartitionName name) =>
        layout.Esp?.Name == name ? layout.Esp : layout.Partitions.FirstOrDefault(partition => partition.Name == name);

    // A size of zero stands for that of the file, which is not known yet; it is at least a sector.
    private static Partition WithMinimumSize(Partition partition) =>
        partition.Size == ByteSize.Zero && partition.Content is RawFile or LoaderFiles
            ? partition with { Size = new(ByteSize.SectorSize) }
            : partition;
}
