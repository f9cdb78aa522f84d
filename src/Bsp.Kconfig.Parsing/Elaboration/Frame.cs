using Bsp.Kconfig.Parsing.Syntax;

namespace Bsp.Kconfig.Parsing.Elaboration;

/// <summary>A file that is being read.</summary>
/// <param name="syntax">What is in it.</param>
/// <param name="includer">The file that has the statement which named it; null for the first file.</param>
/// <param name="line">The line of that statement.</param>
internal sealed class Frame(FileSyntax syntax, Frame? includer, int line)
{
    /// <summary>What is in it.</summary>
    public FileSyntax Syntax { get; } = syntax;

    /// <summary>Its name.</summary>
    public string Name => Syntax.Name;

    /// <summary>The file that includes it.</summary>
    public Frame? Includer { get; } = includer;

    /// <summary>The line of that file.</summary>
    public int IncluderLine { get; } = line;

    /// <summary>How many files include each other down to this one.</summary>
    public int Depth { get; } = (includer?.Depth ?? 0) + 1;

    /// <summary>The next statement to read.</summary>
    public int Next { get; set; }

    /// <summary>The files that are read after the one that it includes now.</summary>
    public Queue<(string Name, SourcePosition Position)> Included { get; } = [];

    /// <summary>The next of the lexer's warnings to tell.</summary>
    public int NextWarning { get; set; }
}
