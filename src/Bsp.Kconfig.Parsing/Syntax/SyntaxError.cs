namespace Bsp.Kconfig.Parsing.Syntax;

/// <summary>Why a statement is none.</summary>
/// <param name="Line">On which line, from 1.</param>
/// <param name="Column">At which byte of it, from 1.</param>
/// <param name="Text">What was expected and what was found.</param>
internal sealed record SyntaxError(int Line, int Column, string Text);
