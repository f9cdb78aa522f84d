namespace Bsp.Build.Storage;

/// <summary>A whole entry of the store.</summary>
internal sealed class StoreEntry(string folder)
{
    public const string FilesFolder = "files";
    public const string InputsFile = "inputs";
    public const string ManifestFile = "manifest";

    /// <summary>The entry's name: kind and hash.</summary>
    public string Name => Path.GetFileName(folder);

    /// <summary>The output folder.</summary>
    public string Files => Path.Combine(folder, FilesFolder);

    /// <summary>When it was made or used last.</summary>
    public DateTime LastUse => File.GetLastWriteTimeUtc(ManifestPath);

    private string ManifestPath => Path.Combine(folder, ManifestFile);

    /// <summary>The bytes of its files; 0 when its manifest cannot be read.</summary>
    public long Bytes => StoreManifest.Read(ManifestPath)?.Bytes ?? 0;

    /// <summary>What is wrong with it, or null.</summary>
    public string? Fault(bool full) =>
        StoreManifest.Read(ManifestPath) is { } manifest ? manifest.Difference(Files, full) : "its manifest cannot be read";

    /// <summary>Notes that it is used now, so that trimming keeps it.</summary>
    public void Touch() => File.SetLastWriteTimeUtc(ManifestPath, DateTime.UtcNow);
}
