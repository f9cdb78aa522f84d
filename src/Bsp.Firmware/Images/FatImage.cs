using System.Globalization;
using Bsp.Build.Steps;
using Bsp.Model;

namespace Bsp.Firmware.Images;

/// <summary>Makes FAT filesystems whose bytes depend on nothing but their content and the date.</summary>
internal static class FatImage
{
    public static void Describe(InputHasher inputs)
    {
        inputs.Tool("mkfs.vfat", "dosfstools");
        inputs.Tool("mcopy", "mtools");
    }

    /// <summary>Makes a filesystem and copies a folder's content into it.</summary>
    /// <param name="context">The step that does it.</param>
    /// <param name="file">The image to write.</param>
    /// <param name="partition">Its partition: size and label.</param>
    /// <param name="volumeId">The volume id.</param>
    /// <param name="content">The folder.</param>
    /// <param name="date">The date of everything in it, in seconds since 1970.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task MakeAsync(
        StepContext context, string file, Partition partition, uint volumeId, string content, long date, CancellationToken cancel)
    {
        var number = CultureInfo.InvariantCulture;
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SOURCE_DATE_EPOCH"] = date.ToString(number),
            // The machine's mtools.conf could change how names are written.
            ["MTOOLSRC"] = "/dev/null",
        };
        await context.Tools.RunAsync(
            "mkfs.vfat",
            ["--invariant", "-i", volumeId.ToString("x8", number), "-n", partition.Name, "-C", file, (partition.Size.Bytes
                / 1024).ToString(number)],
            environment: environment,
            cancel: cancel).ConfigureAwait(false);
        FileDates.Set(content, date);
        var entries = Directory.GetFileSystemEntries(content).Order(StringComparer.Ordinal).ToList();
        // -m keeps the dates that were just set, -s copies folders too. With -b, mtools 4.0.32 cannot copy a folder.
        if (entries.Count > 0)
        {
            await context.Tools.RunAsync(
                "mcopy", ["-s", "-m", "-i", file, .. entries, "::"], environment: environment, cancel: cancel).ConfigureAwait(false);
        }
    }
}
