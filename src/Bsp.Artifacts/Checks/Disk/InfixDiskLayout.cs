using Bsp.Model;

namespace Bsp.Artifacts.Checks.Disk;

/// <summary>A disk of Infix, as the checks of disks look at one.</summary>
internal sealed class InfixDiskLayout
{
    // What is made for the layout, by reference, and what the record has in its place.
    private readonly Dictionary<object, object> _written = new(ByReference.Instance);

    public InfixDiskLayout(InfixDisk disk, InfixDistribution distribution)
    {
        var partitions = distribution.Partitions.Of(disk);
        Layout = new()
        {
            Table = disk.Table,
            Raw = disk.Raw,
            // genimage's own; nothing rounds up what states no offset.
            Alignment = new(ByteSize.SectorSize),
            Partitions = Seq<Partition>.Of(partitions.Select(AsLargeAsItsFile)),
            Size = ByteSize.Zero,
        };
        for (var i = 0; i < partitions.Count; i++)
            _written[Layout.Partitions[i]] = i < disk.Before.Count ? disk.Before[i] : disk;
        // The image ends where its last partition does.
        Layout = Layout with { Size = Layout.Place().Select(placed => placed.End).Concat(disk.Raw.Select(raw => raw.End)).Max() + DiskLayout.GptTail };
        _written[Layout] = disk;
    }

    public DiskLayout Layout { get; }

    /// <summary>The finding with its subject as the record has it: of Infix's own partitions the disk, whose sizes they have.</summary>
    public Finding InTheRecord(Finding finding) => _written.TryGetValue(finding.Subject, out var written) ? finding with { Subject = written } : finding;

    // No size stands for that of the file, which nobody knows yet; a sector is the least.
    private static Partition AsLargeAsItsFile(Partition partition) =>
        partition.Size == ByteSize.Zero && partition.Content is RawFile or LoaderFiles ? partition with { Size = new(ByteSize.SectorSize) } : partition;
}
