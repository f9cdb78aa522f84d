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

/// <summary>A token of a device tree's source.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The source.</param>
/// <param name="Start">Its first byte.</param>
/// <param name="End">Behind its last byte.</param>
internal readonly record struct DtsToken(DtsTokenKind Kind, SourceText Text, int Start, int End)
{
    public SourceSpan Span => new(Text, Start, End);

    public ReadOnlySpan<byte> Bytes => Text.Buffer.AsSpan(Start, End - Start);

    public bool Is(char c) => Kind == DtsTokenKind.Character && Text.Buffer[Start] == c;

    /// <summary>The token as it is written.</summary>
    public string Written => Kind == DtsTokenKind.End ? "the end of the file" : "'" + System.Text.Encoding.UTF8.GetString(Bytes.ToArray()) + "'";
}
