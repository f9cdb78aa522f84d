namespace Bsp.Kconfig.Parsing.Syntax;

/// <summary>What a statement is.</summary>
internal enum StatementKind : byte
{
    /// <summary>None: <see cref="Statement.Error"/> says why.</summary>
    Invalid,

    /// <summary>There are macros in it: <see cref="Statement.Tokens"/> are parsed again when these are expanded.</summary>
    Unexpanded,

    Assignment,
    Config,
    MenuConfig,
    ConfigDefault,
    Choice,
    EndChoice,
    Menu,
    EndMenu,
    If,
    EndIf,
    Comment,
    MainMenu,
    Source,

    // What follows belongs to the entry above it.
    Type,
    Prompt,
    Default,
    Select,
    Imply,
    Range,
    DependsOn,
    VisibleIf,
    Help,
    Modules,
    Optional,
    Transitional,
    Option,
}
