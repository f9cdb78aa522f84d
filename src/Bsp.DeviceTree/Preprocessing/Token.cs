using System.Text;

namespace Bsp.DeviceTrees.Preprocessing;

/// <summary>A preprocessing token: an identifier, a number, a literal, or one other character (C11, section 6.4).</summary>
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

    public bool HasSpace => (Flags & TokenFlags.Space) != 0;

    /// <summary>The token as it was written: with a blank before it where there is one.</summary>
    public Token AsWritten => Spaced((Flags & TokenFlags.SpaceInSource) != 0);

    /// <summary>Whether it begins with a quote.</summary>
    public bool IsQuoted => Bytes[Start] is (byte)'"' or (byte)'\'';

    /// <summary>Whether it is a number: it begins with a digit, or with a point and a digit.</summary>
    public bool IsNumber => Characters.IsDigit(Bytes[Start]) || (Bytes[Start] == '.' && Length > 1 && Bytes[Start + 1] != '.');

    /// <summary>Whether it is a text or a character, and not a quote with the rest of its line.</summary>
    public bool IsLiteral => IsQuoted && Length > 1 && Bytes[End - 1] == Bytes[Start];

    public bool Is(char c) => Length == 1 && Bytes[Start] == c;

    public Token With(TokenFlags flags) => new(Bytes, Start, Length, Id, flags);

    /// <summary>The token as it is written.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Bytes, Start, Length);

    /// <summary>The token with or without a blank before it.</summary>
    public Token Spaced(bool space) => With(space ? Flags | TokenFlags.Space : Flags & ~TokenFlags.Space);
}

/// <summary>A token of a file, which has the bytes: a tree's files have many.</summary>
internal readonly struct FileToken(int start, int length, int id, TokenFlags flags)
{
    private const int BitsOfFlags = 3;

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

    /// <summary>It was glued to the token before it: both are one sign.</summary>
    Glued = 16,

    /// <summary>A blank is after it, as there is one before something that has become nothing.</summary>
    SpaceAfter = 32,

    /// <summary>Blanks precede it where it was written; an expansion has a say in <see cref="Space"/> alone.</summary>
    SpaceInSource = 64,
}
