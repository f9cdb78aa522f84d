using System.Text;

namespace Bsp.DeviceTrees.Preprocessing;

/// <summary>
/// A preprocessing token: an identifier, a number, a literal, an operator, or one other character (C11, section 6.4); or padding, which
/// is between the tokens of an expansion.
/// </summary>
internal readonly struct Token(byte[] bytes, int start, int length, int id, TokenFlags flags)
{
    public byte[] Bytes { get; } = bytes;

    public int Start { get; } = start;

    public int Length { get; } = length;

    /// <summary>An identifier's number; -1 for all others.</summary>
    public int Id { get; } = id;

    public TokenFlags Flags { get; } = flags;

    public int End => Start + Length;

    public ReadOnlySpan<byte> Text => Bytes.AsSpan(Start, Length);

    /// <summary>Whether a blank precedes it; of padding, whether one precedes what it stands for.</summary>
    public bool HasSpace => (Flags & TokenFlags.Space) != 0;

    public bool IsPadding => (Flags & TokenFlags.Padding) != 0;

    /// <summary>Whether it is padding that stands for no token.</summary>
    public bool IsSourceless => (Flags & TokenFlags.Sourceless) != 0;

    /// <summary>Whether it is glued to the next token.</summary>
    public bool IsPasted => (Flags & TokenFlags.Pasted) != 0;

    /// <summary>Whether it is a number: it begins with a digit, or with a point and a digit.</summary>
    public bool IsNumber => Tokenizer.IsStartOfNumber(Bytes, Start);

    /// <summary>Whether it is a text or a character, and not a quote with the rest of its line.</summary>
    public bool IsLiteral => Literal.IsWhole(Text);

    public bool Is(char c) => Length == 1 && Bytes[Start] == c;

    public Token With(TokenFlags flags) => new(Bytes, Start, Length, Id, flags);

    public Token Pasted(bool isPasted) => With(isPasted ? Flags | TokenFlags.Pasted : Flags & ~TokenFlags.Pasted);

    /// <summary>The token as it is written.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Bytes, Start, Length);
}

/// <summary>A token of a file, which has the bytes: a tree's files have many.</summary>
internal readonly struct FileToken(int start, int length, int id, TokenFlags flags)
{
    private const int BitsOfFlags = 2;

    private readonly int _idAndFlags = (id << BitsOfFlags) | (int)flags;

    public int Start { get; } = start;

    public int Length { get; } = length;

    /// <summary>An identifier's number; -1 for all others.</summary>
    public int Id => _idAndFlags >> BitsOfFlags;

    public TokenFlags Flags => (TokenFlags)(_idAndFlags & ((1 << BitsOfFlags) - 1));

    public int End => Start + Length;

    public bool HasSpace => (_idAndFlags & (int)TokenFlags.Space) != 0;
}

[Flags]
internal enum TokenFlags : byte
{
    None = 0,

    /// <summary>Blanks or a comment precede it.</summary>
    Space = 1,

    /// <summary>A comment precedes it.</summary>
    Comment = 2,

    /// <summary>The name of a macro within that macro's own expansion: it is not expanded any more.</summary>
    Painted = 4,

    /// <summary>It was read from the current file as part of a macro's arguments.</summary>
    Argument = 8,

    /// <summary>It is glued to the next token.</summary>
    Pasted = 16,

    /// <summary>It is no token, but <see cref="Preprocessing.Padding"/>.</summary>
    Padding = 32,

    /// <summary>Of padding: it stands for no token.</summary>
    Sourceless = 64,
}
