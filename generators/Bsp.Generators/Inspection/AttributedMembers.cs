using Bsp.Generators.Evaluation;
using Microsoft.CodeAnalysis;

namespace Bsp.Generators.Inspection;

/// <summary>Finds the members under [Board] and [Distribution] in a compilation.</summary>
internal static class AttributedMembers
{
    /// <summary>The members in the order of their files' paths, then of their positions.</summary>
    public static IReadOnlyList<(ISymbol Member, string Type)> Find(Compilation compilation, CancellationToken cancel)
    {
        var found = new List<(ISymbol Member, string Type)>();
        var open = new Stack<INamespaceOrTypeSymbol>([compilation.Assembly.GlobalNamespace]);
        while (open.Count > 0)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var member in open.Pop().GetMembers())
            {
                if (member is INamespaceOrTypeSymbol inner)
                    open.Push(inner);
                else if (member is IFieldSymbol or IPropertySymbol && !member.IsImplicitlyDeclared
                    && !member.DeclaringSyntaxReferences.IsEmpty)
                    found.AddRange(AttributesOf(member).Select(type => (member, type)));
            }
        }

        return [.. found
            .OrderBy(mark => mark.Member.DeclaringSyntaxReferences[0].SyntaxTree.FilePath, StringComparer.Ordinal)
            .ThenBy(mark => mark.Member.DeclaringSyntaxReferences[0].Span.Start)];
    }

    private static IEnumerable<string> AttributesOf(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            switch (attribute.AttributeClass?.ToDisplayString())
            {
                case AttributedMember.BoardAttribute:
                    yield return nameof(Model.Board);
                    break;
                case AttributedMember.DistributionAttribute:
                    yield return nameof(Model.Distribution);
                    break;
            }
        }
    }
}
