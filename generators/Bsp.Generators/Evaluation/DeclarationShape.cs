using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bsp.Generators.Evaluation;

/// <summary>A hash over what a file declares: usings, types, members and constants, but neither bodies, values nor comments.</summary>
internal static class DeclarationShape
{
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<ulong>> s_shapes = new();

    public static ulong Of(SyntaxTree tree) => s_shapes.GetValue(tree, static t => new(Compute(t))).Value;

    private static ulong Compute(SyntaxTree tree)
    {
        var hash = new Fnv();
        hash.Add(tree.FilePath);
        hash.Add((tree.Options as CSharpParseOptions)?.LanguageVersion.ToString() ?? "");
        var open = new Stack<SyntaxNodeOrToken>([tree.GetRoot()]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (next.IsToken)
            {
                hash.Add(next.AsToken().Text);
                continue;
            }

            if (IsBody(next.AsNode()!))
                continue;
            foreach (var child in next.ChildNodesAndTokens().Reverse())
                open.Push(child);
        }

        return hash.Value;
    }

    // Values of constants are folded into the code that uses them, so they are part of the declaration.
    private static bool IsBody(SyntaxNode node) => node switch
    {
        BlockSyntax or ArrowExpressionClauseSyntax or AccessorListSyntax { Parent: not PropertyDeclarationSyntax } => true,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } => true,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } } =>
            !field.Modifiers.Any(SyntaxKind.ConstKeyword),
        _ => false,
    };
}
