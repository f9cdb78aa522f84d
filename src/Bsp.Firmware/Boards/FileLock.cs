namespace Bsp.Firmware.Boards;

/// <summary>One builder at a time in one place, across processes. The lock goes with the process that holds it, however that ends.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits for the lock; dispose it to give it back.</summary>
    public static async Task<IDisposable> TakeAsync(string path, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                // FileShare.None is an flock(2) on Linux.
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Interval, cancel).ConfigureAwait(false);
            }
        }
    }
}
