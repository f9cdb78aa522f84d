namespace Bsp.DeviceTrees.Language;

/// <summary>The kinds of tokens of a device tree's source (scripts/dtc/dtc-lexer.l).</summary>
internal enum DtsTokenKind : byte
{
    End,

    /// <summary>One character, as it stands.</summary>
    Character,

    /// <summary>The name of a node or property.</summary>
    Name,

    /// <summary>A word where none can be: most often a macro that is not defined.</summary>
    Word,
    Label,
    LabelReference,
    PathReference,
    Number,
    CharacterLiteral,
    String,
    Byte,
    Version1,
    Plugin,
    Reserve,
    Bits,
    DeleteProperty,
    DeleteNode,
    OmitWithoutReference,
    IncludeBinary,
    ShiftLeft,
    ShiftRight,
    LessOrEqual,
    GreaterOrEqual,
    Equal,
    NotEqual,
    And,
    Or,
}

/// <summary>A token of a device tree's source. It refers to nothing, for there are millions: its lexer knows the text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Character">The character that it is; 0 when it is of another kind.</param>
/// <param name="Text">The number that the lexer has given the text.</param>
/// <param name="Start">Its first byte.</param>
/// <param name="End">After its last byte.</param>
internal readonly record struct DtsToken(DtsTokenKind Kind, byte Character, int Text, int Start, int End)
{
    public bool Is(char c) => Character == c;
}
