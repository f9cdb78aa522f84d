namespace Bsp.Kconfig.Parsing.Lexing;

/// <summary>What must still be done to a token's text before it is what the author meant.</summary>
[Flags]
internal enum TokenFlags : byte
{
    None = 0,

    /// <summary>A quoted text with backslashes.</summary>
    Escaped = 1,

    /// <summary>There is a <c>$(</c> in it: the text is known only when macros are.</summary>
    Macro = 2,

    /// <summary>A <c>$(</c> without its <c>)</c> on the same line.</summary>
    Unterminated = 4,
}
