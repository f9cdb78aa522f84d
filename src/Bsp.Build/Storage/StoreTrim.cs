namespace Bsp.Build.Storage;

/// <summary>What trimming removed.</summary>
/// <param name="Entries">How many entries.</param>
/// <param name="Bytes">How many bytes they had.</param>
/// <param name="KeptBytes">How many bytes the store has still.</param>
public sealed record TrimResult(int Entries, long Bytes, long KeptBytes);

/// <summary>Makes the store smaller: what was not used for long goes, and what was used longest ago.</summary>
public static class StoreTrim
{
    /// <summary>Trims a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="maxAge">Entries that were not used for longer go.</param>
    /// <param name="maxBytes">So many bytes may stay.</param>
    /// <exception cref="BuildFailedException">A build is running.</exception>
    public static TrimResult Trim(Store store, TimeSpan maxAge, long maxBytes)
    {
        using var alone = FileLock.TryAcquire(store.UsePath)
            ?? throw new BuildFailedException($"a build is using '{store.Folder}'; try again when it is done");
        store.RemoveLeftovers();
        var kept = 0L;
        var removed = 0L;
        var count = 0;
        var oldest = DateTime.UtcNow - maxAge;
        foreach (var entry in store.Entries()
            .Select(entry => (entry.Name, entry.LastUse, entry.Bytes))
            .OrderByDescending(entry => entry.LastUse)
            .ToList())
        {
            if (entry.LastUse >= oldest && kept + entry.Bytes <= maxBytes)
            {
                kept += entry.Bytes;
                continue;
            }

            store.Remove(entry.Name);
            removed += entry.Bytes;
            count++;
        }

        store.RemoveLocks();
        return new(count, removed, kept);
    }
}
