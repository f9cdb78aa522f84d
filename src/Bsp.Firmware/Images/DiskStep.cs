using Bsp.Artifacts.Disk;
using Bsp.Artifacts;
using Bsp.Build.Steps;
using Bsp.Build;
using Bsp.Firmware.Boards;
using Bsp.Model;

namespace Bsp.Firmware.Images;

/// <summary>The disk image of a fresh device: <c>disk.img</c>, sparse, the same system in every slot.</summary>
/// <param name="target">The board, its distribution and its artifacts.</param>
/// <param name="parts">The steps that make what is on the disk.</param>
/// <param name="date">The date of every file, in seconds since 1970.</param>
public sealed class DiskStep(ImageTarget target, DiskParts parts, long date) : Step("disk " + target.Board.Id)
{
    /// <summary>The image's name in the output.</summary>
    public const string FileName = DiskInputs.Disk;

    private const string Layout = ArtifactNames.Genimage;

    /// <inheritdoc/>
    public override string Kind => "disk";

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Needs => [parts.Root, parts.Boot, parts.Loader, parts.Ext4Tools, .. parts.Counters.Needs];

    /// <inheritdoc/>
    public override void Describe(InputHasher inputs)
    {
        FatImage.Describe(inputs);
        Ext4Image.Describe(inputs);
        inputs.Tool("genimage", "genimage");
        inputs.Text(Layout, target.Artifact(Layout));
        inputs.Text("board", target.Board.Id);
        inputs.Text("loader file", LoaderFile);
        inputs.Number("date", date);
        parts.Counters.Describe(inputs);
    }

    private string LoaderFile => target.Board.Boot is GrubEfi grub ? "EFI/BOOT/" + grub.RemovableName : "";

    /// <inheritdoc/>
    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        var inputs = Directory.CreateDirectory(Path.Combine(context.Work, "inputs")).FullName;
        Link(Path.Combine(context.OutputOf(parts.Root), DiskInputs.Root), inputs);
        Link(Path.Combine(context.OutputOf(parts.Boot), DiskInputs.Boot), inputs);
        foreach (var file in target.Disk.LoaderFiles)
            Link(Path.Combine(context.OutputOf(parts.Loader), file), inputs);
        foreach (var partition in target.Disk.Partitions.Where(partition => partition.Content is Filesystem))
            await MakeFilesystemAsync(context, (Filesystem)partition.Content, partition, inputs, cancel).ConfigureAwait(false);

        var layout = Path.Combine(context.Work, Layout);
        await File.WriteAllTextAsync(
            layout, Placeholders.Fill(Layout, target.Artifact(Layout), new Dictionary<string, string>()), cancel).ConfigureAwait(false);
        var empty = Directory.CreateDirectory(Path.Combine(context.Work, "empty")).FullName;
        var output = Path.Combine(context.Work, "images");
        await context.Tools.RunAsync(
            "genimage",
            ["--config", layout, "--rootpath", empty, "--inputpath", inputs, "--outputpath", output, "--tmppath", Path.Combine(
                context.Work, "scratch")],
            cancel: cancel).ConfigureAwait(false);
        // genimage writes the zeros between the partitions; holes hold them as well.
        await context.Tools.RunAsync(
            "cp", ["--sparse=always", Path.Combine(output, FileName), Path.Combine(context.Output, FileName)],
            cancel: cancel).ConfigureAwait(false);
    }

    private async Task MakeFilesystemAsync(
        StepContext context, Filesystem filesystem, Partition partition, string inputs, CancellationToken cancel)
    {
        var file = Path.Combine(inputs, DiskInputs.FileFor(filesystem));
        if (filesystem.Type == FilesystemType.Ext4)
        {
            await Ext4Image.MakeAsync(
                context, context.OutputOf(parts.Ext4Tools), file, target.Board, partition, date, cancel).ConfigureAwait(false);
            return;
        }

        var content = Directory.CreateDirectory(Path.Combine(context.Work, partition.Name)).FullName;
        if (filesystem.Use == FilesystemUse.Aux)
            await parts.Counters.WriteAsync(context, content, cancel).ConfigureAwait(false);
        if (filesystem.Use == FilesystemUse.Esp)
            CopyLoader(context, content);
        await FatImage.MakeAsync(
            context, file, partition, DiskIds.VolumeId(target.Board, partition), content, date, cancel).ConfigureAwait(false);
    }

    private void CopyLoader(StepContext context, string content)
    {
        if (LoaderFile.Length == 0)
            return;
        var target = Path.Combine(content, LoaderFile);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(Path.Combine(context.OutputOf(parts.Loader), Path.GetFileName(LoaderFile)), target);
    }

    private static void Link(string file, string folder)
    {
        if (!File.Exists(file))
        {
            throw new BuildFailedException(
                $"the disk is to hold '{Path.GetFileName(file)}', but the step before did not make it: '{file}'");
        }

        File.CreateSymbolicLink(Path.Combine(folder, Path.GetFileName(file)), file);
    }
}
