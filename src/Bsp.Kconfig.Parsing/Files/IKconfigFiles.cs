namespace Bsp.Kconfig.Parsing.Files;

/// <summary>Where a tree's files come from. Called from several threads at once.</summary>
public interface IKconfigFiles
{
    /// <summary>Reads a file.</summary>
    /// <param name="name">The name, as a <c>source</c> statement has it.</param>
    /// <returns>The bytes; null when there is no such file.</returns>
    /// <exception cref="IOException">The file is there, but cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is there, but may not be read.</exception>
    byte[]? Read(string name);

    /// <summary>Finds files by a pattern, as Python's <c>glob</c> does: of Kconfiglib's sources.</summary>
    /// <param name="pattern">The pattern, a name with <c>*</c>, <c>?</c> or <c>[…]</c> in it.</param>
    /// <returns>The names of the files, in the order of their bytes.</returns>
    IReadOnlyList<string> Find(string pattern) => [];

    /// <summary>Reads a file into a buffer that is used for one after another.</summary>
    /// <param name="name">The name.</param>
    /// <param name="buffer">The buffer; a larger one takes its place where that is needed.</param>
    /// <returns>How many bytes the file has; -1 when there is none.</returns>
    int Read(string name, ref byte[] buffer)
    {
        if (Read(name) is not { } content)
            return -1;
        buffer = content;
        return content.Length;
    }
}
