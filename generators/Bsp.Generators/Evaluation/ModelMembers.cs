using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Bsp.Generators.Evaluation;

/// <summary>Finds the member to call for a symbol: in Bsp.Model, or one of the few of the base library that are as pure.</summary>
internal static class ModelMembers
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static MethodBase? Find(IMethodSymbol method)
    {
        if (!MayCall(method) || ModelTypes.Find(method.ContainingType) is not { } type)
            return null;
        if (method.MethodKind == MethodKind.Constructor)
            return type.GetConstructors(Declared).FirstOrDefault(candidate => Fits(candidate, method));
        var candidates = type.GetMethods(Declared)
            .Where(candidate => candidate.Name == method.MetadataName && candidate.IsStatic == method.IsStatic);
        return method.Arity == 0
            ? candidates.FirstOrDefault(candidate => !candidate.IsGenericMethodDefinition && Fits(candidate, method))
            : candidates.Select(candidate => Construct(candidate, method))
                .FirstOrDefault(candidate => candidate is not null && Fits(candidate, method));
    }

    public static PropertyInfo? Find(IPropertySymbol property) =>
        MayCall(property) && ModelTypes.Find(property.ContainingType) is { } type
            ? type.GetProperties(Declared).FirstOrDefault(candidate =>
                candidate.Name == property.MetadataName && Fits(candidate.GetIndexParameters(), property.Parameters))
            : null;

    public static FieldInfo? Find(IFieldSymbol field) =>
        MayCall(field) ? ModelTypes.Find(field.ContainingType)?.GetField(field.MetadataName, Declared) : null;

    private static bool MayCall(ISymbol member) => ModelTypes.IsModel(member) || member switch
    {
        { ContainingType.SpecialType: SpecialType.System_String } => member.Name is "Empty" or "Length",
        { ContainingType.Name: "Guid" } => member.Name is ".ctor" or "Parse" or "Empty",
        { ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => false,
        _ => false,
    };

    private static MethodInfo? Construct(MethodInfo candidate, IMethodSymbol method)
    {
        var arguments = method.TypeArguments.Select(ModelTypes.Find).ToArray();
        if (!candidate.IsGenericMethodDefinition || candidate.GetGenericArguments().Length != arguments.Length
            || arguments.Any(argument => argument is null))
            return null;
        try
        {
            return candidate.MakeGenericMethod(arguments!);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool Fits(MethodBase candidate, IMethodSymbol method) =>
        Fits(candidate.GetParameters(), method.Parameters)
        && (candidate is not MethodInfo info || method.MethodKind != MethodKind.Conversion
            || info.ReturnType == ModelTypes.Find(method.ReturnType));

    private static bool Fits(ParameterInfo[] candidate, System.Collections.Immutable.ImmutableArray<IParameterSymbol> parameters)
    {
        if (candidate.Length != parameters.Length)
            return false;
        for (var i = 0; i < candidate.Length; i++)
        {
            if (parameters[i].RefKind != RefKind.None || candidate[i].ParameterType != ModelTypes.Find(parameters[i].Type))
                return false;
        }

        return true;
    }
}
