namespace Bsp.Kconfig.Parsing.Lexing;

/// <summary>What a token is. The keywords are those of every dialect; <see cref="LexRules"/> says which one has which.</summary>
internal enum TokenKind : byte
{
    None,

    // Words and what is between them.
    Word,
    Quoted,
    OpenParenthesis,
    CloseParenthesis,
    Not,
    And,
    Or,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    ColonEqual,
    PlusEqual,

    /// <summary>The rest of the line after an assignment, as it is in the file.</summary>
    AssignedText,

    // Keywords.
    Bool,
    Choice,
    Comment,
    Config,
    DefBool,
    DefTristate,
    Default,
    Depends,
    EndChoice,
    EndIf,
    EndMenu,
    Help,
    Hex,
    If,
    Imply,
    Int,
    MainMenu,
    Menu,
    MenuConfig,
    Modules,
    On,
    Option,
    Optional,
    OptionalSource,
    OptionalRelativeSource,
    Prompt,
    Range,
    RelativeSource,
    Select,
    Source,
    String,
    Transitional,
    Tristate,
    Visible,
}
