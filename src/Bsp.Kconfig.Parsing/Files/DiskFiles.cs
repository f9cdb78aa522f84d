namespace Bsp.Kconfig.Parsing.Files;

/// <summary>
/// Files on disk, looked for as the C tool does (zconf_fopen in scripts/kconfig/lexer.l): in the current directory first,
/// then in <c>$srctree</c>, which is how a build outside the source tree finds them.
/// </summary>
/// <param name="currentDirectory">The directory that relative names begin in.</param>
/// <param name="sourceTree">The value of <c>srctree</c>; relative to the current directory, or null.</param>
public sealed class DiskFiles(string currentDirectory, string? sourceTree) : IKconfigFiles
{
    private readonly string _current = Path.GetFullPath(currentDirectory);
    private readonly string? _tree = sourceTree is null ? null : Path.GetFullPath(Path.Combine(currentDirectory, sourceTree));

    /// <inheritdoc/>
    public byte[]? Read(string name)
    {
        if (name.Length == 0 || name.Contains('\0', StringComparison.Ordinal))
            return null;
        return ReadIn(_current, name) ?? (_tree is null || _tree == _current || name[0] == '/' ? null : ReadIn(_tree, name));
    }

    private static byte[]? ReadIn(string directory, string name)
    {
        var path = Path.Combine(directory, name);
        // Asked first: an exception for each file that is only in the source tree would cost more than reading it.
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }
}
