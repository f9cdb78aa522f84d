using System.Collections.Concurrent;
using System.Globalization;
using Bsp.Build.Steps;

namespace Bsp.Build.Storage;

/// <summary>What an output consists of, written beside it: by this it is checked before it is used.</summary>
internal sealed class StoreManifest
{
    private const string Format = "bsp-manifest-1";

    // Outputs of few files go into results: they are hashed each time. Trees of sources are compared by names, kinds and sizes.
    private const int SmallCount = 64;

    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
    };

    private readonly IReadOnlyList<ManifestEntry> _entries;

    private StoreManifest(IReadOnlyList<ManifestEntry> entries) => _entries = entries;

    /// <summary>The bytes of all files.</summary>
    public long Bytes => _entries.Sum(entry => entry.Size);

    /// <summary>Whether the output is hashed whenever it is used.</summary>
    public bool IsSmall => _entries.Count <= SmallCount;

    /// <summary>Describes what is in a folder now.</summary>
    public static StoreManifest Of(string folder) => new(Scan(folder, withHashes: true));

    /// <summary>Reads a manifest; null when the file is none, or cut short.</summary>
    public static StoreManifest? Read(string path)
    {
        try
        {
            var lines = File.ReadAllLines(path);
            if (lines is not [var first, .. var rest] || first != Header(rest.Length))
                return null;
            var entries = rest.Select(ManifestEntry.Parse).ToList();
            return entries.Contains(null) ? null : new(entries!);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Writes the manifest.</summary>
    public void Write(string path) =>
        File.WriteAllText(path, Header(_entries.Count) + "\n" + string.Concat(_entries.Select(entry => entry.ToLine() + "\n")));

    /// <summary>What is different in the folder now, or null when nothing is.</summary>
    /// <param name="folder">The output folder.</param>
    /// <param name="full">Whether the content of trees is read too.</param>
    public string? Difference(string folder, bool full)
    {
        if (!Directory.Exists(folder))
            return "it is gone";
        var hashes = full || IsSmall;
        var now = Scan(folder, hashes).ToDictionary(entry => entry.Path, StringComparer.Ordinal);
        foreach (var was in _entries)
        {
            if (!now.Remove(was.Path, out var entry))
                return $"'{was.Path}' is missing";
            var expected = hashes || was.Kind != "file" ? was : was with { Content = "-" };
            if (entry != expected)
            {
                return $"'{was.Path}' is not what was built: expected {expected.Kind} {expected.Size} bytes {expected.Content}, "
                    + $"found {entry.Kind} {entry.Size} bytes {entry.Content}";
            }
        }

        return now.Count == 0 ? null : $"'{now.Keys.Order(StringComparer.Ordinal).First()}' was added";
    }

    private static string Header(int count) => Format + " " + count.ToString(CultureInfo.InvariantCulture);

    private static List<ManifestEntry> Scan(string folder, bool withHashes)
    {
        var found = new ConcurrentBag<ManifestEntry>();
        Parallel.ForEach(
            new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Everything), info => found.Add(Describe(folder, info, withHashes)));
        return [.. found.OrderBy(entry => entry.Path, StringComparer.Ordinal)];
    }

    private static ManifestEntry Describe(string folder, FileSystemInfo info, bool withHashes)
    {
        var path = Path.GetRelativePath(folder, info.FullName);
        if (path.AsSpan().ContainsAny('\t', '\n'))
            throw new BuildFailedException($"an output has a file name with a tab or a line break: '{path}'");
        if (info.LinkTarget is { } target)
            return new(path, "link", 0, 0, target);
        var mode = (int)info.UnixFileMode;
        return info switch
        {
            DirectoryInfo => new(path, "folder", mode, 0, "-"),
            FileInfo file when (info.Attributes & FileAttributes.Device) == 0 =>
                new(path, "file", mode, file.Length, withHashes ? FileHashes.Compute(file.FullName) : "-"),
            _ => new(path, "other", mode, 0, "-"),
        };
    }
}
