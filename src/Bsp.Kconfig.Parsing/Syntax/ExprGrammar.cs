using Bsp.Kconfig.Parsing.Lexing;
using Pidgin;
using static Pidgin.Parser;

namespace Bsp.Kconfig.Parsing.Syntax;

/// <summary>
/// The grammar of expressions: <c>||</c> binds least, then <c>&amp;&amp;</c>, then <c>!</c>. Only symbols are compared, and
/// a comparison is one term, so that <c>!A = B</c> is <c>!(A = B)</c>; that is how the C tool's grammar has it.
/// </summary>
internal static class ExprGrammar
{
    private static readonly Parser<ExprToken, ExprToken> Symbol =
        Parser<ExprToken>.Token(static token => token.Kind is TokenKind.Word or TokenKind.Quoted).Labelled("a symbol");

    private static readonly Parser<ExprToken, ExprToken> Comparison =
        Parser<ExprToken>.Token(static token => token.Kind is >= TokenKind.Equal and <= TokenKind.GreaterOrEqual).Labelled("a comparison");

    private static readonly Parser<ExprToken, ExprSyntax> Term = OneOf(
        Map(
            static (left, rest) => rest.HasValue
                ? ExprSyntax.Compare(KindOf(rest.Value.Operator.Kind), left, rest.Value.Right)
                : ExprSyntax.Symbol(left.Word!, left.IsQuoted),
            Symbol,
            Map(static (comparison, right) => (Operator: comparison, Right: right), Comparison, Symbol).Optional()),
        Rec(static () => Expression!).Between(Mark(TokenKind.OpenParenthesis, "'('"), Mark(TokenKind.CloseParenthesis, "')'")),
        Mark(TokenKind.Not, "'!'").Then(Rec(static () => Term!)).Select(ExprSyntax.Not));

    private static readonly Parser<ExprToken, ExprSyntax> Expression =
        Chain(ExprKind.Or, TokenKind.Or, "'||'", Chain(ExprKind.And, TokenKind.And, "'&&'", Term));

    /// <summary>An expression and nothing after it.</summary>
    public static Parser<ExprToken, ExprSyntax> Whole { get; } = Expression.Before(Parser<ExprToken>.End);

    private static Parser<ExprToken, ExprToken> Mark(TokenKind kind, string label) =>
        Parser<ExprToken>.Token(token => token.Kind == kind).Labelled(label);

    private static Parser<ExprToken, ExprSyntax> Chain(
        ExprKind kind, TokenKind mark, string label, Parser<ExprToken, ExprSyntax> operand) =>
        operand.SeparatedAtLeastOnce(Mark(mark, label)).Select(operands => ExprSyntax.Chain(kind, [.. operands]));

    private static ExprKind KindOf(TokenKind comparison) => comparison switch
    {
        TokenKind.Equal => ExprKind.Equal,
        TokenKind.NotEqual => ExprKind.NotEqual,
        TokenKind.Less => ExprKind.Less,
        TokenKind.LessOrEqual => ExprKind.LessOrEqual,
        TokenKind.Greater => ExprKind.Greater,
        _ => ExprKind.GreaterOrEqual,
    };
}
