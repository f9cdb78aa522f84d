namespace Bsp.Kconfig.Parsing.Lexing;

/// <summary>What the lexer passes over with a warning.</summary>
/// <param name="Line">On which line, from 1.</param>
/// <param name="Column">At which byte of it, from 1.</param>
/// <param name="Text">What is wrong.</param>
internal sealed record LexWarning(int Line, int Column, string Text)
{
    /// <summary>The text of the warning that the last line of a file is not ended.</summary>
    public const string NoNewLine = "no new line at end of file";
}
