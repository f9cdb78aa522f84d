using System.Reflection;
using Bsp.Model;
using Microsoft.CodeAnalysis;

namespace Bsp.Generators.Evaluation;

/// <summary>Finds the loaded counterpart of what the compiler knows as a symbol.</summary>
internal static class ModelTypes
{
    public static readonly Assembly Assembly = typeof(Board).Assembly;

    public static string AssemblyName { get; } = Assembly.GetName().Name;

    public static bool IsModel(ISymbol? symbol) => symbol?.ContainingAssembly?.Name == AssemblyName;

    /// <summary>The type at run time, or null where the evaluator may not use it.</summary>
    public static Type? Find(ITypeSymbol? symbol) => symbol switch
    {
        IArrayTypeSymbol { Rank: 1 } array => Find(array.ElementType)?.MakeArrayType(),
        INamedTypeSymbol named => FindNamed(named),
        _ => null,
    };

    /// <summary>Types outside the model that its API has, or that its API takes; none of their values depends on the machine.</summary>
    private static Type? FindKnown(INamedTypeSymbol symbol) => symbol.OriginalDefinition.SpecialType switch
    {
        SpecialType.System_Object => typeof(object),
        SpecialType.System_Boolean => typeof(bool),
        SpecialType.System_Char => typeof(char),
        SpecialType.System_SByte => typeof(sbyte),
        SpecialType.System_Byte => typeof(byte),
        SpecialType.System_Int16 => typeof(short),
        SpecialType.System_UInt16 => typeof(ushort),
        SpecialType.System_Int32 => typeof(int),
        SpecialType.System_UInt32 => typeof(uint),
        SpecialType.System_Int64 => typeof(long),
        SpecialType.System_UInt64 => typeof(ulong),
        SpecialType.System_String => typeof(string),
        SpecialType.System_Nullable_T => typeof(Nullable<>),
        SpecialType.System_Collections_Generic_IEnumerable_T => typeof(IEnumerable<>),
        SpecialType.System_Collections_Generic_IReadOnlyCollection_T => typeof(IReadOnlyCollection<>),
        SpecialType.System_Collections_Generic_IReadOnlyList_T => typeof(IReadOnlyList<>),
        _ => symbol is { Name: "Guid", Arity: 0, ContainingType: null,
            ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            ? typeof(Guid)
            : null,
    };

    private static Type? FindNamed(INamedTypeSymbol symbol)
    {
        var definition = IsModel(symbol) ? Assembly.GetType(MetadataName(symbol)) : FindKnown(symbol);
        if (definition is not { IsGenericTypeDefinition: true })
            return definition;
        var arguments = AllTypeArguments(symbol).Select(Find).ToArray();
        if (arguments.Any(argument => argument is null) || arguments.Length != definition.GetGenericArguments().Length)
            return null;
        try
        {
            return definition.MakeGenericType(arguments!);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static IEnumerable<ITypeSymbol> AllTypeArguments(INamedTypeSymbol symbol) =>
        symbol.ContainingType is { } outer ? AllTypeArguments(outer).Concat(symbol.TypeArguments) : symbol.TypeArguments;

    private static string MetadataName(INamedTypeSymbol symbol)
    {
        if (symbol.ContainingType is { } outer)
            return MetadataName(outer) + "+" + symbol.MetadataName;
        return symbol.ContainingNamespace is { IsGlobalNamespace: false } space
            ? space.ToDisplayString() + "." + symbol.MetadataName
            : symbol.MetadataName;
    }
}
