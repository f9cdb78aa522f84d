using Bsp.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Bsp.Generators.Evaluation;

/// <summary>A member under [Board] or [Distribution]: whether it is one that can be evaluated, and how other code names it.</summary>
internal static class AttributedMember
{
    public const string BoardAttribute = "Bsp.Model.BoardAttribute";
    public const string DistributionAttribute = "Bsp.Model.DistributionAttribute";

    private static readonly SymbolDisplayFormat s_reference = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType)
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>The member as the registry names it, such as <c>global::Bsp.Boards.QemuAarch64.Board</c>.</summary>
    public static string Reference(ISymbol member) => member.ToDisplayString(s_reference);

    /// <summary>Why the member cannot be evaluated or named; none when it can.</summary>
    public static IEnumerable<Problem> Problems(ISymbol member, string type, Compilation compilation)
    {
        if (SourceLocation.OfName(member) is not { } location)
            yield break;
        if (ModelIdentity.Mismatch(compilation) is { } mismatch)
        {
            yield return new(DiagnosticDescriptors.OtherModel, location, mismatch);
            yield break;
        }

        var name = $"{member.ContainingType.Name}.{member.Name}";
        if (Fault(member, type) is { } fault)
            yield return new(
                DiagnosticDescriptors.WrongMember, location,
                $"[{type}] is on '{name}', which {fault}; write 'public static readonly {type} {member.Name} = …'");
        else if (HiddenBy(member) is { } hidden)
            yield return new(
                DiagnosticDescriptors.Hidden, location,
                $"'{name}' cannot be reached by the registry, because '{hidden.Name}' is "
                + $"{hidden.DeclaredAccessibility.ToString().ToLowerInvariant()}; make it public or internal");
    }

    private static string? Fault(ISymbol member, string type)
    {
        var valueType = member switch
        {
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        };
        return member switch
        {
            { IsStatic: false } => "is not static",
            IFieldSymbol { IsReadOnly: false } => "is not readonly",
            IPropertySymbol { SetMethod: not null } => "can be set",
            { IsAbstract: true } => "is abstract",
            { ContainingType: var at } when at.IsGenericType || Containers(at).Any(outer => outer.IsGenericType) => "is in a generic type",
            _ when !IsOrDerivesFrom(valueType, type) => $"is no {type}",
            _ => null,
        };
    }

    private static bool IsOrDerivesFrom(ITypeSymbol? valueType, string type)
    {
        for (var at = valueType; at is not null; at = at.BaseType)
        {
            if (at.Name == type && ModelTypes.IsModel(at) && at.ContainingNamespace.Name == "Model")
                return true;
        }

        return false;
    }

    private static ISymbol? HiddenBy(ISymbol member) => Containers(member).Prepend(member).FirstOrDefault(symbol =>
        symbol.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal)
        || symbol is INamedTypeSymbol { IsFileLocal: true });

    private static IEnumerable<INamedTypeSymbol> Containers(ISymbol symbol)
    {
        for (var type = symbol.ContainingType; type is not null; type = type.ContainingType)
            yield return type;
    }
}
