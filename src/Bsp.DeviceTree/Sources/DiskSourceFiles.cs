#if NET
using System.Collections.Concurrent;

namespace Bsp.DeviceTrees;

/// <summary>The files of the disk. Each is read once, also when several trees are made at a time.</summary>
/// <param name="root">The folder that relative names begin in.</param>
public sealed class DiskSourceFiles(string root = "") : ISourceFolders
{
    // A kernel's include-prefixes is one of links, which could lead around in circles.
    private static readonly EnumerationOptions s_headers = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 6,
        IgnoreInaccessible = true,
        MatchCasing = MatchCasing.CaseSensitive,
    };

    private readonly ConcurrentDictionary<string, SourceFile?> _files = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public SourceFile? TryOpen(string path) => _files.GetOrAdd(path, path =>
    {
        try
        {
            var fullPath = Path.Combine(root, path);
            return File.Exists(fullPath) ? new(path, File.ReadAllBytes(fullPath)) : null;
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException(exception.Message, exception);
        }
    });

    /// <inheritdoc/>
    public IEnumerable<string> Headers(string folder)
    {
        var fullPath = Path.Combine(root, folder);
        return Directory.Exists(fullPath)
            ? Directory.EnumerateFiles(fullPath, "*.h", s_headers).Select(file => Path.GetRelativePath(fullPath, file))
            : [];
    }
}
#endif
