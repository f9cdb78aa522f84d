using System.Runtime.InteropServices;

namespace Bsp.Kconfig.Parsing.Lexing;

/// <summary>One token: its kind, and where its text is.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Flags">What must still be done to its text.</param>
/// <param name="Start">Where the text begins in the buffer; for a quoted text after the quote.</param>
/// <param name="Length">The text's length in bytes; without quotes.</param>
/// <param name="Line">The line of the file it begins on, from 1.</param>
/// <param name="Column">The byte of that line it begins at, from 1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(TokenKind Kind, TokenFlags Flags, int Start, int Length, int Line, int Column)
{
    /// <summary>The text of the token in its buffer.</summary>
    public ReadOnlySpan<byte> Text(byte[] buffer) => buffer.AsSpan(Start, Length);
}
