using System.Globalization;
using Bsp.Build.Processes;
using Bsp.Build.Steps;

namespace Bsp.Firmware.Images;

/// <summary>Packs folders as squashfs images that depend on nothing but their content and the date.</summary>
internal static class Squashfs
{
    // What changes the bytes; part of the keys.
    private const string Options = "-noappend -all-root -no-exports -no-xattrs -no-recovery -quiet -no-progress -b 131072";

    public static void Describe(InputHasher inputs)
    {
        inputs.Tool("mksquashfs", "squashfs-tools");
        inputs.Text("mksquashfs options", Options);
    }

    /// <summary>Packs a folder.</summary>
    /// <param name="context">The step that does it.</param>
    /// <param name="folder">The folder; owners and times in it do not count, modes do.</param>
    /// <param name="file">The image to write.</param>
    /// <param name="compression">mksquashfs's <c>-comp</c> and its options.</param>
    /// <param name="date">The date of everything in it, in seconds since 1970.</param>
    /// <param name="cancel">Stops it.</param>
    public static Task PackAsync(
        StepContext context, string folder, string file, IEnumerable<string> compression, long date, CancellationToken cancel)
    {
        var seconds = date.ToString(CultureInfo.InvariantCulture);
        // It refuses dates on the command line together with SOURCE_DATE_EPOCH, which alone would only cap the dates.
        return context.Tools.RunAsync(
            "env",
            [
                "--unset=SOURCE_DATE_EPOCH", "mksquashfs", folder, file, .. Options.Split(' '), "-all-time", seconds, "-mkfs-time", seconds,
                "-processors", context.Jobs.ToString(CultureInfo.InvariantCulture), "-comp", .. compression,
            ],
            cancel: cancel);
    }
}
