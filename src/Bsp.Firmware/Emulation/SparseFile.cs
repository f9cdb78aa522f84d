namespace Bsp.Firmware.Emulation;

/// <summary>Copies of disk images that take room only for what is in them.</summary>
internal static class SparseFile
{
    private const int BlockSize = 1 << 16;

    /// <summary>Copies a file, leaves holes where it has zeros, and makes the copy as long as asked.</summary>
    /// <param name="from">The file.</param>
    /// <param name="to">The copy; replaced when it is there.</param>
    /// <param name="length">The copy's length in bytes; at least the file's own is taken.</param>
    public static async Task CopyAsync(string from, string to, long length, CancellationToken cancel)
    {
        await using var source = new FileStream(
            from, FileMode.Open, FileAccess.Read, FileShare.Read, BlockSize, FileOptions.SequentialScan);
        await using var target = new FileStream(to, FileMode.Create, FileAccess.Write);
        var block = new byte[BlockSize];
        for (int read; (read = await source.ReadAtLeastAsync(block, BlockSize, throwOnEndOfStream: false, cancel).ConfigureAwait(false))
            > 0;)
        {
            if (block.AsSpan(0, read).ContainsAnyExcept((byte)0))
                await target.WriteAsync(block.AsMemory(0, read), cancel).ConfigureAwait(false);
            else
                target.Seek(read, SeekOrigin.Current);
        }

        target.SetLength(Math.Max(length, source.Length));
    }
}
