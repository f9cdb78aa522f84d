namespace Bsp.SystemTests.Firmware;

/// <summary>Finds where in a squashfs a file's data lies, by damaging a copy until the file and nothing else cannot be read.</summary>
/// <remarks>That needs no knowledge of the format, which has compressed tables and several compressors.</remarks>
public static class SquashfsFile
{

    /// <summary>
    /// An offset into the image whose damage makes <paramref name="file"/> unreadable, and neither the directory tree nor
    /// <paramref name="intact"/>.
    /// </summary>
    /// <param name="image">The image; anything may follow the filesystem.</param>
    /// <param name="size">The filesystem's size in bytes.</param>
    /// <param name="file">A path without a leading slash, of a file of some hundred KiB at least.</param>
    /// <param name="intact">Another file.</param>
    /// <param name="cancel">Stops the search.</param>
    public static async Task<long> OffsetOfAsync(string image, long size, string file, string intact, CancellationToken cancel)
    {
        const int step = 1 << 16;
        var copy = image + ".probe";
        try
        {
            File.Copy(image, copy, overwrite: true);
            await using var stream = new FileStream(copy, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
            var block = new byte[4096];
            for (long offset = step; offset + block.Length < size; offset += step)
            {
                stream.Position = offset;
                await stream.ReadExactlyAsync(block, cancel);
                await PutAsync(stream, offset, [.. block.Select(value => (byte)~value)], cancel);
                var found = !await ReadableAsync(copy, file, cancel) && await ReadableAsync(copy, intact, cancel);
                await PutAsync(stream, offset, block, cancel);
                if (found)
                    return offset;
            }
        }
        finally
        {
            File.Delete(copy);
        }

        throw new InvalidOperationException($"no block of {image} belongs to {file} alone");
    }

    private static async Task PutAsync(FileStream stream, long offset, byte[] block, CancellationToken cancel)
    {
        stream.Position = offset;
        await stream.WriteAsync(block, cancel);
        await stream.FlushAsync(cancel);
    }

    private static async Task<bool> ReadableAsync(string image, string file, CancellationToken cancel)
    {
        var result = await CliWrap.Cli.Wrap("/usr/bin/unsquashfs")
            .WithArguments(["-cat", image, file])
            // Not PipeTarget.Null, which closes the pipe, and unsquashfs takes that for an error.
            .WithStandardOutputPipe(CliWrap.PipeTarget.ToStream(Stream.Null))
            .WithValidation(CliWrap.CommandResultValidation.None)
            .ExecuteAsync(cancel);
        return result.ExitCode == 0;
    }
}
