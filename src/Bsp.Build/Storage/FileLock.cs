namespace Bsp.Build.Storage;

/// <summary>A lock between processes: flock(2) on a file, which the system frees when its holder ends, however it ends.</summary>
public sealed class FileLock : IDisposable
{
    private readonly FileStream _stream;

    private FileLock(FileStream stream) => _stream = stream;

    /// <summary>Takes the lock exclusively; null when another process has it.</summary>
    /// <remarks>.NET opens files with FileShare.None under an exclusive flock, and with FileShare.Read under a shared one.</remarks>
    public static FileLock? TryAcquire(string path) => TryOpen(path, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Takes the lock shared with others; null when somebody has it exclusively.</summary>
    public static FileLock? TryAcquireShared(string path) => TryOpen(path, FileAccess.Read, FileShare.Read);

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static FileLock? TryOpen(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, access, share, bufferSize: 0));
        }
        catch (IOException exception) when (exception.HResult == Errno.WouldBlock)
        {
            return null;
        }
    }
}
