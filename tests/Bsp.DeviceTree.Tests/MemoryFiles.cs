using System.Text;

namespace Bsp.DeviceTrees.Tests;

/// <summary>Files that tests spell out.</summary>
internal sealed class MemoryFiles(params (string Path, string Text)[] files) : ISourceFiles
{
    private readonly Dictionary<string, SourceFile> _files = files.ToDictionary(
        file => file.Path, file => new SourceFile(file.Path, Encoding.UTF8.GetBytes(file.Text)), StringComparer.Ordinal);

    public SourceFile? TryOpen(string path) => _files.GetValueOrDefault(path);
}
