using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Bsp.Infix.Tests.Support;

namespace Bsp.Infix.Tests.Reading.Disks;

/// <summary>Lets genimage make a board's disk from files of zeros, and reads the partition tables back.</summary>
internal static partial class GenimageRun
{
    /// <summary>Stands for the files that Infix's script finds only when it makes an image.</summary>
    private const string BootFile = "boot-file";

    /// <summary>What the reference data took, too; any other file has 256 KiB.</summary>
    private static readonly Dictionary<string, long> Sizes = new(StringComparer.Ordinal)
    {
        ["aux.ext4"] = 8L << 20,
        ["rootfs.squashfs"] = 160L << 20,
        ["rootfs.ext2"] = 512L << 20,
    };

    private static readonly ConcurrentDictionary<string, JsonObject> Layouts = new(StringComparer.Ordinal);

    /// <summary>The layout; of the same text it is made only once.</summary>
    /// <param name="template">The text, with the places that Infix's own script fills.</param>
    /// <param name="root">The same, read.</param>
    public static JsonObject Layout(string template, GenimageSection root) =>
        Layouts.GetOrAdd(template, text => Make(text, root)).DeepClone().AsObject();

    private static JsonObject Make(string template, GenimageSection root)
    {
        using var scratch = new TempFolder();
        // Debian 12 has genimage 16, which does not know all the short names of Buildroot's genimage 20.
        var text = TypeOption().Replace(
            Fill(template), match => match.Groups[1].Value + PartitionType.Guid(match.Groups[2].Value.Trim('"')));
        foreach (var folder in new[] { "in", "out", "root" })
            Directory.CreateDirectory(scratch[folder]);
        foreach (var input in Inputs(root).Append(BootFile))
            scratch.WriteZeros("in/" + input, Sizes.GetValueOrDefault(input, 256L << 10));
        HostTool.Check("genimage",
        [
            "--config", scratch.Write("genimage.cfg", text), "--rootpath", scratch["root"],
            "--inputpath", scratch["in"], "--outputpath", scratch["out"], "--tmppath", scratch["tmp"],
        ]);
        return DiskImage.Read(scratch["out/" + Fill(root.Sections.Single(ImageReader.IsDisk).Name)]);
    }

    private static string Fill(string template) => template
        .Replace("#IX_ID#", "infix", StringComparison.Ordinal)
        .Replace("#VERSION#", "", StringComparison.Ordinal)
        .Replace("#TARGET#", "sdcard", StringComparison.Ordinal)
        .Replace("#BOOT_FILES#", BootFile, StringComparison.Ordinal);

    private static IEnumerable<string> Inputs(GenimageSection root)
    {
        var made = root.Sections.Select(section => section.Name).ToHashSet(StringComparer.Ordinal);
        return root.Sections.SelectMany(image => image.Sections).SelectMany(section => section.Options)
            .Where(option => option.Name is "image" or "files" or "file" && option.Value[0] != '#')
            .Select(option => option.Value).Where(name => !made.Contains(name)).Distinct(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"(partition-type-uuid\s*=\s*)(\S+)")]
    private static partial Regex TypeOption();
}
