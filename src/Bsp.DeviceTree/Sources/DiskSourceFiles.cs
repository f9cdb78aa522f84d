#if NET
using System.Collections.Concurrent;

namespace Bsp.DeviceTrees;

/// <summary>The files of the disk. Each is read once, also when several trees are made at a time.</summary>
/// <param name="folder">The folder that relative names begin in.</param>
public sealed class DiskSourceFiles(string folder = "") : ISourceFiles
{
    private readonly ConcurrentDictionary<string, SourceFile?> _files = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public SourceFile? TryOpen(string path) => _files.GetOrAdd(path, path =>
    {
        try
        {
            var place = Path.Combine(folder, path);
            return File.Exists(place) ? new(path, File.ReadAllBytes(place)) : null;
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException(exception.Message, exception);
        }
    });
}
#endif
