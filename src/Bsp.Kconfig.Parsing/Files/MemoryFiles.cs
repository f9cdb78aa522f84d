using System.Text;

namespace Bsp.Kconfig.Parsing.Files;

/// <summary>Files given as texts: for editors with unsaved text, and for tests.</summary>
/// <param name="files">The files by name.</param>
public sealed class MemoryFiles(IReadOnlyDictionary<string, string> files) : IKconfigFiles
{
    /// <inheritdoc/>
    public byte[]? Read(string name) => files.TryGetValue(name, out var text) ? Encoding.UTF8.GetBytes(text) : null;

    /// <inheritdoc/>
    public IReadOnlyList<string> Find(string pattern) =>
        [.. files.Keys.Where(name => FilePattern.Matches(pattern, name)).Order(StringComparer.Ordinal)];
}
