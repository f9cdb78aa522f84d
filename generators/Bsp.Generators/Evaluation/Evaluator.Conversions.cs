using Bsp.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Bsp.Generators.Evaluation;

/// <content>Conversions: built in, and those that the model defines.</content>
internal sealed partial class Evaluator
{
    private object? EvaluateConversion(IConversionOperation conversion, Frame frame)
    {
        var value = Evaluate(conversion.Operand, frame);
        if (IsUnknown(value))
            return value;
        // Outside of its type an enum of the boards' own is a bare number here, so its name would be lost.
        return conversion is { Operand.Type: { TypeKind: TypeKind.Enum } own, Type.IsReferenceType: true } && !ModelTypes.IsModel(own)
            ? ReportOwnType(conversion, own)
            : Convert(value, conversion.Conversion, conversion.Type, conversion, conversion.IsChecked);
    }

    private object? Convert(object? value, CommonConversion conversion, ITypeSymbol? target, IOperation operation, bool isChecked)
    {
        if (!conversion.Exists)
            return s_unknown;
        if (conversion.MethodSymbol is { } method)
        {
            // A lifted conversion leaves null as it is.
            if (value is null && method.Parameters[0].Type.IsValueType)
                return null;
            return ModelMembers.Find(method) is { } found ? Call(operation, found, null, [value]) : Foreign(operation, method);
        }

        if (target is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var underlying] })
        {
            if (value is null)
                return null;
            target = underlying;
        }
        else if (value is null && target is { IsValueType: true })
        {
            return Report(DiagnosticDescriptors.InvalidValue, operation, $"null cannot become a value of type '{target.Name}'");
        }

        return target switch
        {
            _ when conversion.IsIdentity => value,
            { TypeKind: TypeKind.Enum } => ToEnum(value, target, operation),
            { SpecialType: var special } when Numbers.IsInteger(special) => ToInteger(value, special, operation, isChecked),
            { SpecialType: SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal } =>
                FloatingPoint(operation),
            { IsReferenceType: true } or { IsValueType: true } => Cast(value, target, operation),
            _ => Unsupported(operation),
        };
    }

    private object? ToEnum(object? value, ITypeSymbol target, IOperation operation)
    {
        if (!Numbers.TryRead(
            value is Enum known ? System.Convert.ChangeType(known, Enum.GetUnderlyingType(known.GetType()), null) : value, out var number))
            return Unsupported(operation);
        var underlying = Numbers.Fit(number, ((INamedTypeSymbol)target).EnumUnderlyingType!.SpecialType, isChecked: false);
        return Constant(underlying, target);
    }

    private object? ToInteger(object? value, SpecialType target, IOperation operation, bool isChecked)
    {
        if (!Numbers.TryRead(
            value is Enum known ? System.Convert.ChangeType(known, Enum.GetUnderlyingType(known.GetType()), null) : value, out var number))
            return Unsupported(operation);
        return Numbers.Fit(number, target, isChecked)
            ?? Report(
                DiagnosticDescriptors.InvalidValue, operation,
                $"{number} does not fit into '{target.ToString().Substring("System_".Length)}'");
    }

    private object? Cast(object? value, ITypeSymbol target, IOperation operation)
    {
        if (value is null || target.SpecialType == SpecialType.System_Object || target.TypeKind == TypeKind.Dynamic)
            return value;
        if (ModelTypes.Find(target) is not { } type)
            return IsOurs(target) ? ReportOwnType(operation, target) : Foreign(operation, target);
        return type.IsInstanceOfType(value)
            ? value
            : Report(DiagnosticDescriptors.InvalidValue, operation, $"a value of type '{value.GetType().Name}' is no '{target.Name}'");
    }

    private object FloatingPoint(IOperation operation) => Report(
        DiagnosticDescriptors.NotEvaluable, operation,
        "a number with a fraction cannot be evaluated while compiling; calculate with whole numbers, or write a constant");
}
