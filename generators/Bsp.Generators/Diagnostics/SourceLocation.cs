using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Bsp.Generators.Diagnostics;

/// <summary>A stretch of source. It holds a syntax tree, so it may not enter the generator's pipeline.</summary>
internal readonly record struct SourceLocation(SyntaxTree Tree, TextSpan Span)
{
    public Location ToLocation() => Location.Create(Tree, Span);

    /// <summary>Where to point for a node: of a creation that spans lines only its head, so that an editor underlines one line.</summary>
    public static SourceLocation Of(SyntaxNode node) => new(node.SyntaxTree, node switch
    {
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } => HeadBefore(node, initializer),
        WithExpressionSyntax with => HeadBefore(node, with.Initializer),
        _ => node.Span,
    });

    /// <summary>Where the name of a member stands.</summary>
    public static SourceLocation? OfName(ISymbol member) =>
        member.Locations.FirstOrDefault(location => location.IsInSource) is { SourceTree: { } tree } location
            ? new(tree, location.SourceSpan)
            : null;

    /// <summary>The file's name and the line, as messages write them: <c>Board.cs(12)</c>. A path would depend on the machine.</summary>
    public string Described() =>
        Tree.FilePath.Substring(Tree.FilePath.LastIndexOfAny(['/', '\\']) + 1) + "("
            + (Tree.GetLineSpan(Span).StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture) + ")";

    /// <summary>
    /// Where the very text is written in what stands here, when it is: one of many symbols in a call, or after the head of a creation.
    /// </summary>
    public SourceLocation Within(string literal) =>
        Tree.GetRoot()
            .FindNode(Span, getInnermostNodeForTie: true)
            .DescendantTokens()
            .FirstOrDefault(token => token.IsKind(SyntaxKind.StringLiteralToken) && token.ValueText == literal) is { RawKind: not 0 } found
            ? new(Tree, found.Span)
            : this;

    private static TextSpan HeadBefore(SyntaxNode node, SyntaxNode initializer) =>
        TextSpan.FromBounds(node.SpanStart, initializer.GetFirstToken().GetPreviousToken().Span.End);
}
