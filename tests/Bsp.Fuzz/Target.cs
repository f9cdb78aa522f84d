using System.Text;

namespace Bsp.Fuzz;

/// <summary>Something that reads files.</summary>
/// <param name="Name">What.</param>
/// <param name="Corpus">Good files.</param>
/// <param name="Pieces">Pieces of their language.</param>
/// <param name="Read">Reads a damaged one, the number of which decides about the rest; what it throws is a fault.</param>
internal sealed record Target(string Name, IReadOnlyList<byte[]> Corpus, IReadOnlyList<byte[]> Pieces, Action<byte[], int> Read)
{
    /// <summary>Pieces of a language that is written.</summary>
    public static IReadOnlyList<byte[]> PiecesOf(params string[] pieces) => [.. pieces.Select(Encoding.UTF8.GetBytes)];

    /// <summary>The files of a folder, always in the same order.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="pattern">What their names are like.</param>
    /// <param name="largest">The most bytes that one may have.</param>
    public static IEnumerable<byte[]> FilesOf(string folder, string pattern, int largest) =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            .Where(file => new FileInfo(file).Length <= largest)
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes);
}
