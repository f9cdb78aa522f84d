namespace Bsp.Kconfig.Parsing.Lexing;

/// <summary>How a dialect's lexer differs from the others'.</summary>
/// <param name="Macros">The dialect has <c>$(…)</c> and assignments; without, <c>$</c> means nothing to the lexer.</param>
/// <param name="OldWords">
/// Keywords are such only where a statement begins (and <c>if</c> and <c>on</c>), words may have <c>/</c> and <c>.</c>,
/// and a word does where a quoted text is asked for: the lexer before Linux 5.0, still U-Boot's, Buildroot's and BusyBox's.
/// </param>
/// <param name="Optional">The keyword <c>optional</c> of choices, gone with Linux 6.9.</param>
/// <param name="Transitional">The keyword <c>transitional</c>, from Linux 6.18.</param>
/// <param name="Kconfiglib">
/// As in Kconfiglib, there are <c>configdefault</c>, <c>def_int</c>, <c>def_hex</c> and <c>def_string</c>, and texts name variables.
/// </param>
/// <param name="Boolean">The keywords <c>boolean</c> and <c>def_boolean</c>.</param>
internal sealed record LexRules(bool Macros, bool OldWords, bool Optional, bool Transitional, bool Kconfiglib, bool Boolean)
{
    /// <summary>The rules of a dialect.</summary>
    public static LexRules Of(KconfigDialect dialect) =>
        new(
            dialect.HasMacros, dialect.HasOptionLines, dialect.HasOptionalChoices, dialect.HasTransitional, dialect.IsOfKconfiglib,
            dialect.HasBoolean);
}
