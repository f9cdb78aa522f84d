using Bsp.Kconfig.Parsing.Syntax;

namespace Bsp.Kconfig.Parsing.Elaboration;

/// <summary>How messages call statements.</summary>
internal static class StatementNames
{
    /// <summary>The words it begins with, in quotes.</summary>
    public static string Of(in Statement statement) => statement.Kind switch
    {
        StatementKind.Type => $"'{statement.Keyword.ToString().ToLowerInvariant()}'",
        StatementKind.Default when statement.Keyword == Lexing.TokenKind.DefBool => "'def_bool'",
        StatementKind.Default when statement.Keyword == Lexing.TokenKind.DefTristate => "'def_tristate'",
        StatementKind.Default when statement.Keyword is Lexing.TokenKind.DefInt or Lexing.TokenKind.DefHex or Lexing.TokenKind.DefString =>
            $"'def_{statement.Keyword.ToString()[3..].ToLowerInvariant()}'",
        StatementKind.DependsOn => "'depends on'",
        StatementKind.VisibleIf => "'visible'",
        StatementKind.Assignment => "an assignment",
        _ => $"'{statement.Kind.ToString().ToLowerInvariant()}'",
    };
}
