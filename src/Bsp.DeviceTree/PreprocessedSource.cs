using Bsp.DeviceTrees.Preprocessing;

namespace Bsp.DeviceTrees;

/// <summary>
/// What the C preprocessor makes of a file that is no device tree: <c>cpp -nostdinc -undef -x assembler-with-cpp</c>, as U-Boot's
/// makefile runs it over defconfigs (scripts/kconfig/Makefile).
/// </summary>
/// <param name="Text">The text; its positions are those of the files that it comes from.</param>
/// <param name="Messages">What is wrong with them.</param>
public sealed record PreprocessedSource(SourceText Text, IReadOnlyList<SourceMessage> Messages)
{
    /// <summary>Runs it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="files">Where those come from that it includes.</param>
    /// <param name="includeFolders">The folders in which <c>#include</c> looks for them after that of the including file.</param>
    /// <exception cref="IOException">A file is there, and cannot be read.</exception>
    public static PreprocessedSource Of(SourceFile file, ISourceFiles files, IReadOnlyList<string> includeFolders)
    {
        var messages = new List<SourceMessage>();
        using var preprocessor = new Preprocessor(new(files), new() { IncludeFolders = includeFolders }, messages);
        return new(preprocessor.Run(file), messages);
    }
}
