using Bsp.Build.Processes;

namespace Bsp.Build.Storage;

/// <summary>An entry of the store while it is made.</summary>
internal sealed class StoreDraft : IDisposable
{
    private const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly string _folder;
    private readonly string _target;
    private readonly FileLock _lock;

    public StoreDraft(string folder, string target, FileLock heldLock)
    {
        (_folder, _target, _lock) = (folder, target, heldLock);
        Directory.CreateDirectory(Output);
        Directory.CreateDirectory(Work);
    }

    /// <summary>Where the output is made.</summary>
    public string Output => Path.Combine(_folder, "entry", StoreEntry.FilesFolder);

    /// <summary>Scratch space.</summary>
    public string Work => Path.Combine(_folder, "work");

    /// <summary>The running process groups, so that those of a killed build can be ended.</summary>
    public ProcessGroupList Groups => new(Path.Combine(_folder, ProcessGroupList.FileName));

    /// <summary>Puts the output into the store.</summary>
    /// <param name="inputs">The listing of the inputs, kept beside.</param>
    /// <returns>The output's folder in the store.</returns>
    public string Commit(string inputs)
    {
        var entry = Path.Combine(_folder, "entry");
        File.WriteAllText(Path.Combine(entry, StoreEntry.InputsFile), inputs);
        StoreManifest.Of(Output).Write(Path.Combine(entry, StoreEntry.ManifestFile));
        foreach (var file in new[] { StoreEntry.InputsFile, StoreEntry.ManifestFile })
            File.SetUnixFileMode(Path.Combine(entry, file), ReadOnly);
        Durable.Sync(entry);
        Directory.Move(entry, _target);
        // The output's own modes stay, for they may go into an image; the manifest notices what changes.
        File.SetUnixFileMode(_target, ReadOnly | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        Durable.Sync(_target);
        return Path.Combine(_target, StoreEntry.FilesFolder);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Folders.Delete(_folder);
        _lock.Dispose();
    }
}
