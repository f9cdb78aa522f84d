namespace Bsp.Kconfig.Parsing.Lexing;

/// <summary>The keywords, found by length first: most words of a tree are capital names and are ruled out by one byte.</summary>
internal static class Keywords
{
    /// <summary>The keyword that a word is, or <see cref="TokenKind.Word"/>.</summary>
    public static TokenKind Find(ReadOnlySpan<byte> word, LexRules rules, bool first)
    {
        if (word[0] is not ((>= (byte)'a' and <= (byte)'z') or (byte)'-'))
            return TokenKind.Word;
        var kind = ByLength(word);
        return kind switch
        {
            TokenKind.Word or TokenKind.If or TokenKind.On => kind,
            TokenKind.Optional when !rules.Optional => TokenKind.Word,
            TokenKind.Transitional when !rules.Transitional => TokenKind.Word,
            TokenKind.Bool when word.Length > "bool".Length && !rules.Boolean => TokenKind.Word,
            TokenKind.DefBool when word.Length > "def_bool".Length && !rules.Boolean => TokenKind.Word,
            TokenKind.ConfigDefault or TokenKind.DefHex or TokenKind.DefInt or TokenKind.DefString when !rules.Kconfiglib => TokenKind.Word,
            TokenKind.Option when !rules.OldWords => TokenKind.Word,
            TokenKind.Modules when rules.OldWords => TokenKind.Word,
            TokenKind.Help when word[0] == (byte)'-' && !rules.OldWords => TokenKind.Word,
            // Sources of other tools' making: no C tool knows them, so elsewhere they stay the words they were.
            TokenKind.RelativeSource or TokenKind.OptionalSource or TokenKind.OptionalRelativeSource when !first => TokenKind.Word,
            _ => first || !rules.OldWords ? kind : TokenKind.Word,
        };
    }

    private static TokenKind ByLength(ReadOnlySpan<byte> word) => word.Length switch
    {
        2 => word.SequenceEqual("if"u8) ? TokenKind.If : word.SequenceEqual("on"u8) ? TokenKind.On : TokenKind.Word,
        3 => word.SequenceEqual("int"u8) ? TokenKind.Int : word.SequenceEqual("hex"u8) ? TokenKind.Hex : TokenKind.Word,
        4 => word.SequenceEqual("bool"u8) ? TokenKind.Bool
            : word.SequenceEqual("help"u8) ? TokenKind.Help
            : word.SequenceEqual("menu"u8) ? TokenKind.Menu : TokenKind.Word,
        5 => word.SequenceEqual("range"u8) ? TokenKind.Range
            : word.SequenceEqual("endif"u8) ? TokenKind.EndIf
            : word.SequenceEqual("imply"u8) ? TokenKind.Imply : TokenKind.Word,
        6 => OfSixLetters(word),
        7 => OfSevenLetters(word),
        8 => word.SequenceEqual("tristate"u8) ? TokenKind.Tristate
            : word.SequenceEqual("def_bool"u8) ? TokenKind.DefBool
            : word.SequenceEqual("mainmenu"u8) ? TokenKind.MainMenu
            : word.SequenceEqual("optional"u8) ? TokenKind.Optional
            : word.SequenceEqual("orsource"u8) ? TokenKind.OptionalRelativeSource : TokenKind.Word,
        9 => word.SequenceEqual("endchoice"u8) ? TokenKind.EndChoice : TokenKind.Word,
        10 => word.SequenceEqual("menuconfig"u8) ? TokenKind.MenuConfig
            : word.SequenceEqual("---help---"u8) ? TokenKind.Help
            : word.SequenceEqual("def_string"u8) ? TokenKind.DefString : TokenKind.Word,
        11 => word.SequenceEqual("def_boolean"u8) ? TokenKind.DefBool : TokenKind.Word,
        12 => word.SequenceEqual("def_tristate"u8) ? TokenKind.DefTristate
            : word.SequenceEqual("transitional"u8) ? TokenKind.Transitional : TokenKind.Word,
        13 => word.SequenceEqual("configdefault"u8) ? TokenKind.ConfigDefault : TokenKind.Word,
        _ => TokenKind.Word,
    };

    private static TokenKind OfSixLetters(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("config"u8) ? TokenKind.Config
        : word.SequenceEqual("select"u8) ? TokenKind.Select
        : word.SequenceEqual("source"u8) ? TokenKind.Source
        : word.SequenceEqual("string"u8) ? TokenKind.String
        : word.SequenceEqual("prompt"u8) ? TokenKind.Prompt
        : word.SequenceEqual("choice"u8) ? TokenKind.Choice
        : word.SequenceEqual("option"u8) ? TokenKind.Option : TokenKind.Word;

    private static TokenKind OfSevenLetters(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("depends"u8) ? TokenKind.Depends
        : word.SequenceEqual("default"u8) ? TokenKind.Default
        : word.SequenceEqual("endmenu"u8) ? TokenKind.EndMenu
        : word.SequenceEqual("comment"u8) ? TokenKind.Comment
        : word.SequenceEqual("visible"u8) ? TokenKind.Visible
        : word.SequenceEqual("modules"u8) ? TokenKind.Modules
        : word.SequenceEqual("rsource"u8) ? TokenKind.RelativeSource
        : word.SequenceEqual("osource"u8) ? TokenKind.OptionalSource
        : word.SequenceEqual("boolean"u8) ? TokenKind.Bool
        : word.SequenceEqual("def_int"u8) ? TokenKind.DefInt
        : word.SequenceEqual("def_hex"u8) ? TokenKind.DefHex : TokenKind.Word;
}
