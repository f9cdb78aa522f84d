using Bsp.Build.Processes;
using Bsp.Build.Steps;

namespace Bsp.Build.Storage;

/// <summary>The outputs of all steps, each in a folder named by the hash of its inputs.</summary>
/// <remarks>
/// An entry <c>store/&lt;kind&gt;-&lt;hash&gt;/</c> holds <c>files/</c>, the output; <c>manifest</c>, what it consists of; and
/// <c>inputs</c>, what it was made from. It is made under another name beside and renamed when it is whole, so that an entry
/// that is there is complete, whenever a build was killed.
/// </remarks>
public sealed class Store
{
    private const string DraftPrefix = ".draft-";
    private const string RemovedPrefix = ".removed-";
    private readonly string _root;

    /// <summary>Opens or makes a store.</summary>
    /// <param name="cacheFolder">The cache folder; the store is <c>store</c> in it.</param>
    public Store(string cacheFolder)
    {
        _root = Path.Combine(cacheFolder, "store");
        Directory.CreateDirectory(Path.Combine(_root, ".locks"));
    }

    /// <summary>The folder that the entries are in.</summary>
    public string Folder => _root;

    /// <summary>The output folder of a key, or null when it has not been made.</summary>
    public string? Find(StepKey key) => Entry(key) is { } entry ? entry.Files : null;

    /// <summary>All names of entries, sorted.</summary>
    public IEnumerable<string> Names() => Entries().Select(entry => entry.Name);

    /// <summary>Hashes everything in the store.</summary>
    /// <returns>The entries that are not as they were made, and what is different.</returns>
    public IEnumerable<(string Name, string Fault)> Verify(Action<string> report)
    {
        foreach (var entry in Entries())
        {
            report("verifying " + entry.Name);
            if (entry.Fault(full: true) is { } fault)
                yield return (entry.Name, fault);
        }
    }

    /// <summary>Removes what killed builds left, but nothing that a running one is at.</summary>
    public void RemoveLeftovers()
    {
        foreach (var prefix in new[] { DraftPrefix, RemovedPrefix })
        {
            foreach (var folder in Directory.GetDirectories(_root, prefix + "*"))
            {
                using var free = FileLock.TryAcquire(LockPath(Path.GetFileName(folder)[prefix.Length..]));
                if (free is not null)
                    RemoveDraft(folder);
            }
        }
    }

    internal StoreEntry? Entry(StepKey key) =>
        Directory.Exists(Path.Combine(_root, key.FolderName)) ? new(Path.Combine(_root, key.FolderName)) : null;

    internal IEnumerable<StoreEntry> Entries() =>
        Directory.GetDirectories(_root)
            .Where(folder => !Path.GetFileName(folder).StartsWith('.'))
            .Order(StringComparer.Ordinal)
            .Select(folder => new StoreEntry(folder));

    /// <summary>Starts to make an entry; null while another build makes it.</summary>
    internal StoreDraft? TryBegin(StepKey key)
    {
        var held = FileLock.TryAcquire(LockPath(key.FolderName));
        if (held is null)
            return null;
        try
        {
            // The lock is ours, so a draft that is there has no maker any more.
            var draft = Path.Combine(_root, DraftPrefix + key.FolderName);
            RemoveDraft(draft);
            return new StoreDraft(draft, Path.Combine(_root, key.FolderName), held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Removes an entry whose key is locked by the caller, or that no build can be at.</summary>
    internal void Remove(string name)
    {
        // Renamed first: an entry that is there is whole at any moment.
        var removed = Path.Combine(_root, RemovedPrefix + name);
        Folders.Delete(removed);
        Directory.Move(Path.Combine(_root, name), removed);
        Folders.Delete(removed);
    }

    /// <summary>Removes an entry, unless another build is at it.</summary>
    internal void TryRemove(string name)
    {
        using var held = FileLock.TryAcquire(LockPath(name));
        if (held is not null)
            Remove(name);
    }

    /// <summary>The lock that builds share and trimming takes alone.</summary>
    internal string UsePath => Path.Combine(_root, ".locks", ".use");

    /// <summary>Removes the locks; only while <see cref="UsePath"/> is held alone, so that nobody holds one.</summary>
    internal void RemoveLocks()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(_root, ".locks")).Where(file => file != UsePath))
            File.Delete(file);
    }

    private string LockPath(string name) => Path.Combine(_root, ".locks", name);

    private static void RemoveDraft(string draft)
    {
        if (!Directory.Exists(draft))
            return;
        new ProcessGroupList(Path.Combine(draft, ProcessGroupList.FileName)).KillAll();
        Folders.Delete(draft);
    }
}
