using System.Globalization;
using Bsp.Artifacts.Disk;
using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts.Infix;

/// <summary><c>genimage.cfg.in</c>: the disk, in which Infix's <c>mkimage.sh</c> fills in names and version.</summary>
internal sealed class ImageTemplate : InfixRenderer
{
    private static readonly ArtifactTemplate Template = ArtifactTemplate.Load("Infix/genimage.cfg.in.scriban");

    protected override IEnumerable<GeneratedFile> Render(Board board, InfixBoard infix, InfixDistribution distribution)
    {
        if (infix.Disk is not { } disk || distribution.LayoutOf(board) is not { } layout)
            yield break;
        yield return InfixPaths.InFolder(board, "genimage.cfg.in", Template.Render(new
        {
            Image = "#IX_ID##VERSION#-" + disk.Name + ".img",
            Table = layout.Table.ToString().ToLowerInvariant(),
            Loaders = layout.Partitions.Where(partition => partition.Content is LoaderFiles)
                .Select(
                    partition =>
                        new { ((LoaderFiles)partition.Content).File, ((LoaderFiles)partition.Content).Files, Size = Number(
                            partition.Size) })
                .ToList(),
            Filesystems = layout.Partitions.Where(partition => partition.Content is Filesystem { Use: not FilesystemUse.Aux })
                .Select(
                    partition =>
                        new { partition.Name, File = FileFor(
                            partition), Size = Number(partition.Size), Grows = ((Filesystem)partition.Content).Use
                            == FilesystemUse.Var })
                .ToList(),
            Raw = layout.Raw.Select(raw => new { raw.Name, raw.File, Offset = Number(raw.Offset) }).ToList(),
            Partitions = layout.Partitions.Select(partition => Entry(board, partition)).ToList(),
        }));
    }

    private static object Entry(Board board, Partition partition) => new
    {
        partition.Name,
        File = FileFor(partition),
        Offset = partition.Offset is { } offset ? Number(offset) : "",
        // Filesystems that are made for the image bring their size along.
        Size = partition.Content is Filesystem or LoaderFiles || partition.Size == ByteSize.Zero ? "" : Number(partition.Size),
        Type = partition.Type.ToString("D"),
        Uuid = DiskIds.Partition(board, partition).ToString("D"),
        MbrType = partition.MbrType is { } type ? "0x" + ((int)type).ToString("x2", CultureInfo.InvariantCulture) : "",
        partition.Bootable,
    };

    private static string FileFor(Partition partition) => partition.Content switch
    {
        Filesystem filesystem => partition.Name + "." + filesystem.Type.ToString().ToLowerInvariant(),
        RawFile raw => raw.File,
        LoaderFiles loader => loader.File,
        Blank => "",
        _ => throw new ModelException($"an image of Infix has no {partition.Content} before its own partitions"),
    };

    // genimage's suffixes are powers of two (its README, "Suffixes").
    private static string Number(ByteSize size) =>
        size.IsMultipleOf(1.MiB()) ? Text(size.Bytes >> 20) + "M"
            : size.IsMultipleOf(1.KiB()) ? Text(size.Bytes >> 10) + "K"
            : Text(size.Bytes);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
