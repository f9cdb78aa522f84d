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
        var content = Array.Empty<byte>();
        var length = Read(name, ref content);
        return length < 0 ? null : length == content.Length ? content : content[..length];
    }

    /// <inheritdoc/>
    public int Read(string name, ref byte[] buffer)
    {
        if (name.Length == 0 || name.Contains('\0', StringComparison.Ordinal))
            return -1;
        var length = ReadIn(_current, name, ref buffer);
        return length >= 0 || _tree is null || _tree == _current || name[0] == '/' ? length : ReadIn(_tree, name, ref buffer);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Find(string pattern)
    {
        // Kconfiglib knows no other place.
        var directory = _tree ?? _current;
        return [.. FilePattern.Find(directory, pattern).Order(StringComparer.Ordinal)];
    }

    private static int ReadIn(string directory, string name, ref byte[] buffer)
    {
        var path = Path.Combine(directory, name);
        // Asked first: an exception for each file that is only in the source tree would cost more than reading it.
        if (!File.Exists(path))
            return -1;
        // Without a lock, which would cost as much as the reading of most of the 1,600 files of a kernel.
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var whole = RandomAccess.GetLength(file);
        if (buffer.Length < whole)
            buffer = new byte[whole];
        var length = 0;
        for (int count; length < whole && (count = RandomAccess.Read(file, buffer.AsSpan(length, (int)whole - length), length)) > 0;)
            length += count;
        return length;
    }
}
