using Bsp.Build.Sources;

namespace Bsp.Build.Storage;

/// <summary>Makes the cache folder smaller: the store, old downloads and old logs.</summary>
public static class CacheTrim
{
    /// <summary>Trims a cache folder.</summary>
    /// <param name="cacheFolder">The cache folder.</param>
    /// <param name="maxAge">What was not used for longer goes.</param>
    /// <param name="maxBytes">So many bytes of the store may stay.</param>
    /// <exception cref="BuildFailedException">A build is running.</exception>
    public static TrimResult Trim(string cacheFolder, TimeSpan maxAge, long maxBytes)
    {
        var store = StoreTrim.Trim(new Store(cacheFolder), maxAge, maxBytes);
        var oldest = DateTime.UtcNow - maxAge;
        var files = OldFiles(new Downloads(cacheFolder).Folder, oldest).Concat(OldFiles(Path.Combine(cacheFolder, "logs"), oldest))
            .ToList();
        var bytes = files.Sum(file => file.Length);
        files.ForEach(file => file.Delete());
        return store with { Entries = store.Entries + files.Count, Bytes = store.Bytes + bytes };
    }

    private static List<FileInfo> OldFiles(string folder, DateTime oldest) =>
        Directory.Exists(folder) ? [.. new DirectoryInfo(folder).EnumerateFiles().Where(file => file.LastWriteTimeUtc < oldest)] : [];
}
