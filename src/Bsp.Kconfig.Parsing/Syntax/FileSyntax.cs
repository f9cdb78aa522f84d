using Bsp.Kconfig.Parsing.Lexing;

namespace Bsp.Kconfig.Parsing.Syntax;

/// <summary>A file's statements, the same for every environment.</summary>
/// <param name="Name">The name it was asked for.</param>
/// <param name="Text">Its bytes.</param>
/// <param name="Statements">Its statements in order.</param>
/// <param name="Warnings">What its lexer skipped, in order.</param>
internal sealed record FileSyntax(string Name, byte[] Text, IReadOnlyList<Statement> Statements, IReadOnlyList<LexWarning> Warnings)
{
    /// <summary>Lexes and parses a file.</summary>
    public static FileSyntax Parse(string name, byte[] text, SyntaxPool pool, LexRules rules, KconfigDialect dialect)
    {
        var warnings = new List<LexWarning>();
        var statements = new List<Statement>(text.Length / 48);
        var lexer = new Lexer(text, rules, warnings);
        var parser = new StatementParser(pool, rules, dialect);
        var tokens = new TokenBuffer();
        while (lexer.Read(tokens))
        {
            var statement = (tokens.Flags & (TokenFlags.Macro | TokenFlags.Unterminated)) != 0
                ? Unexpanded(tokens)
                : parser.Parse(tokens.Tokens, text, fromFile: true);
            if (statement.Kind == StatementKind.Help)
            {
                var help = lexer.ReadHelp();
                // The C tool counts the lines of the text before it looks at it.
                statement = new() { Kind = StatementKind.Help, Line = lexer.Line, Column = 1, Help = help };
            }
            statements.Add(statement);
        }
        return new(name, text, statements, warnings);
    }

    private static Statement Unexpanded(TokenBuffer tokens) => new()
    {
        Kind = StatementKind.Unexpanded,
        Line = tokens.Tokens[0].Line,
        Column = tokens.Tokens[0].Column,
        Tokens = tokens.Tokens.ToArray(),
    };
}
