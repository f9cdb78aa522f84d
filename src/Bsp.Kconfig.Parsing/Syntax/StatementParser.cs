using System.Text;
using Bsp.Kconfig.Parsing.Lexing;

namespace Bsp.Kconfig.Parsing.Syntax;

/// <summary>
/// Makes a statement of a line's tokens. The first token decides which one, so this is written by hand; the expressions
/// in it go to <see cref="ExprParser"/>. Not for two threads at once.
/// </summary>
/// <param name="pool">Words and expressions seen before.</param>
/// <param name="rules">How the dialect's lexer works.</param>
/// <param name="dialect">The dialect.</param>
internal sealed class StatementParser(SyntaxPool pool, LexRules rules, KconfigDialect dialect)
{
    private readonly ExprParser _expressions = new(pool);

    /// <summary>Parses a statement.</summary>
    /// <param name="tokens">Its tokens, at least one; what macros they had is expanded.</param>
    /// <param name="text">The buffer that their texts are in.</param>
    /// <param name="fromFile">Whether that is the file's.</param>
    public Statement Parse(ReadOnlySpan<Token> tokens, byte[] text, bool fromFile)
    {
        var reader = new StatementReader(tokens, text, fromFile, pool, rules, _expressions);
        var statement = Parse(ref reader, tokens[0]);
        return reader.Error is { } error
            ? new()
            {
                Kind = StatementKind.Invalid,
                Keyword = tokens[0].Kind,
                Line = tokens[0].Line,
                Column = tokens[0].Column,
                Error = error,
            }
            : statement;
    }

    private Statement Parse(ref StatementReader reader, Token first)
    {
        reader.Skip();
        return first.Kind switch
        {
            TokenKind.Config => Finish(ref reader, first, StatementKind.Config, reader.Symbol()),
            TokenKind.MenuConfig => Finish(ref reader, first, StatementKind.MenuConfig, reader.Symbol()),
            TokenKind.ConfigDefault => Finish(ref reader, first, StatementKind.ConfigDefault, reader.Symbol()),
            TokenKind.Choice => Finish(ref reader, first, StatementKind.Choice, dialect.HasNamedChoices ? reader.OptionalSymbol() : null),
            TokenKind.EndChoice => Finish(ref reader, first, StatementKind.EndChoice),
            TokenKind.EndMenu => Finish(ref reader, first, StatementKind.EndMenu),
            TokenKind.EndIf => Finish(ref reader, first, StatementKind.EndIf),
            TokenKind.Modules => Finish(ref reader, first, StatementKind.Modules),
            TokenKind.Optional => Finish(ref reader, first, StatementKind.Optional),
            TokenKind.Transitional => Finish(ref reader, first, StatementKind.Transitional),
            TokenKind.Help => Finish(ref reader, first, StatementKind.Help),
            TokenKind.Menu => Titled(ref reader, first, StatementKind.Menu),
            TokenKind.MainMenu => Titled(ref reader, first, StatementKind.MainMenu),
            TokenKind.Comment => Titled(ref reader, first, StatementKind.Comment),
            TokenKind.Source or TokenKind.RelativeSource or TokenKind.OptionalSource or TokenKind.OptionalRelativeSource =>
                Titled(ref reader, first, StatementKind.Source),
            TokenKind.If => new() { Kind = StatementKind.If, Line = first.Line, Column = first.Column, Value = reader.ExpressionToEnd() },
            TokenKind.Bool or TokenKind.Tristate or TokenKind.Int or TokenKind.Hex or TokenKind.String =>
                Prompted(ref reader, first, StatementKind.Type, reader.OptionalTitle()),
            TokenKind.Prompt => Prompted(ref reader, first, StatementKind.Prompt, reader.Title()),
            TokenKind.Default or TokenKind.DefBool or TokenKind.DefTristate
                or TokenKind.DefInt or TokenKind.DefHex or TokenKind.DefString => Valued(ref reader, first, StatementKind.Default),
            TokenKind.Select => Named(ref reader, first, StatementKind.Select),
            TokenKind.Imply => Named(ref reader, first, StatementKind.Imply),
            TokenKind.Range => Range(ref reader, first),
            TokenKind.Depends => Depends(ref reader, first),
            TokenKind.Visible =>
                new() { Kind = StatementKind.VisibleIf, Line = first.Line, Column = first.Column, Condition = reader.Condition() },
            TokenKind.Option => new() { Kind = StatementKind.Option, Line = first.Line, Column = first.Column, Options = reader.Options() },
            TokenKind.Word => Assignment(ref reader, first),
            _ => reader.Fail("a statement", first),
        };
    }

    private static Statement Finish(ref StatementReader reader, Token first, StatementKind kind, Word? word = null)
    {
        reader.End();
        return new() { Kind = kind, Keyword = first.Kind, Line = first.Line, Column = first.Column, Word = word };
    }

    private static Statement Titled(ref StatementReader reader, Token first, StatementKind kind)
    {
        var title = reader.Title();
        reader.End();
        return new() { Kind = kind, Keyword = first.Kind, Line = first.Line, Column = first.Column, Text = title };
    }

    private static Statement Prompted(ref StatementReader reader, Token first, StatementKind kind, string? title) => new()
    {
        Kind = kind,
        Keyword = first.Kind,
        Line = first.Line,
        Column = first.Column,
        Text = title,
        Condition = title is null ? reader.NoCondition() : reader.Condition(),
    };

    private static Statement Valued(ref StatementReader reader, Token first, StatementKind kind) => new()
    {
        Kind = kind,
        Keyword = first.Kind,
        Line = first.Line,
        Column = first.Column,
        Value = reader.Expression(),
        Condition = reader.Condition(),
    };

    private static Statement Named(ref StatementReader reader, Token first, StatementKind kind) => new()
    {
        Kind = kind,
        Line = first.Line,
        Column = first.Column,
        Word = reader.Symbol(),
        Condition = reader.Condition(),
    };

    private static Statement Range(ref StatementReader reader, Token first)
    {
        var (low, lowQuoted) = reader.SymbolOrConstant();
        var (high, highQuoted) = reader.SymbolOrConstant();
        return new()
        {
            Kind = StatementKind.Range,
            Line = first.Line,
            Column = first.Column,
            Word = low,
            WordQuoted = lowQuoted,
            High = high,
            HighQuoted = highQuoted,
            Condition = reader.Condition(),
        };
    }

    private Statement Depends(ref StatementReader reader, Token first)
    {
        reader.SkipOn();
        return new()
        {
            Kind = StatementKind.DependsOn,
            Line = first.Line,
            Column = first.Column,
            Value = dialect.HasConditionalDepends ? reader.Expression() : reader.ExpressionToEnd(),
            Condition = dialect.HasConditionalDepends ? reader.Condition() : null,
        };
    }

    private Statement Assignment(ref StatementReader reader, Token first)
    {
        if (!reader.IsAssignment(out var operation, out var value))
            return reader.Unknown(first);
        return new()
        {
            Kind = StatementKind.Assignment,
            Keyword = operation,
            Line = first.Line,
            Column = first.Column,
            Word = pool.Word(reader.TextOf(first)),
            Text = Encoding.UTF8.GetString(reader.TextOf(value)),
        };
    }
}
