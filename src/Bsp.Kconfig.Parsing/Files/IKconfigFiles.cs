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
}
