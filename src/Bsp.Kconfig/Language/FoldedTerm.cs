namespace Bsp.Kconfig;

/// <summary>A term of a dependency that became <c>n</c> when the files were read, whatever the configuration.</summary>
/// <param name="Text">The term as its file has it.</param>
/// <param name="Position">Where.</param>
/// <param name="Note">Why it is <c>n</c>.</param>
internal sealed record FoldedTerm(string Text, SourcePosition Position, string Note);
