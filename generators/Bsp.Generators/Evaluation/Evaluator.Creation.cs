using System.Reflection;
using System.Runtime.CompilerServices;
using Bsp.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Bsp.Generators.Evaluation;

/// <content>Objects: made by constructors, copied by <c>with</c>, and their initialisers.</content>
internal sealed partial class Evaluator
{
    private const string CloneMethod = "<Clone>$";

    private object? EvaluateCreation(IObjectCreationOperation creation, Frame frame)
    {
        if (creation.Type is { } type && IsOurs(type))
            return ReportOwnType(creation, type);

        // new T() of a struct has no constructor to call.
        var constructor = creation.Constructor is { } symbol ? ModelMembers.Find(symbol) : null;
        var isDefault = constructor is null && creation is { Type.IsValueType: true, Arguments.IsEmpty: true };
        if (constructor is null && !(isDefault && ModelTypes.Find(creation.Type) is not null))
            return creation.Type is { } other && !ModelTypes.IsModel(other) ? Foreign(creation, other) : Unsupported(creation);

        var arguments = EvaluateArguments(creation.Arguments, frame);
        var assignments = EvaluateInitializer(creation.Initializer, frame);
        if (arguments is null || assignments is null || !HasRequiredMembers(creation, assignments))
            return s_unknown;
        var made = Guard(
            creation,
            () => isDefault
                ? Activator.CreateInstance(ModelTypes.Find(creation.Type)!)
                : ((ConstructorInfo)constructor!).Invoke(arguments));
        return RecordOrigin(Assign(made, assignments), creation);
    }

    private object? EvaluateWith(IWithOperation with, Frame frame)
    {
        var original = Evaluate(with.Operand, frame);
        var assignments = EvaluateInitializer(with.Initializer, frame);
        if (IsUnknown(original) || assignments is null)
            return s_unknown;
        if (original is null)
            return Report(DiagnosticDescriptors.InvalidValue, with.Operand, "this is null, so it cannot be copied");

        // Records have a method for it that C# cannot name (C# specification, records, "With expression"); structs are copied.
        var copy = original.GetType().IsValueType
            ? RuntimeHelpers.GetObjectValue(original)
            : Guard(with, () => original.GetType().GetMethod(CloneMethod)?.Invoke(original, null) ?? s_unknown);
        return IsUnknown(copy) ? s_unknown : RecordOrigin(Assign(copy, assignments), with);
    }

    /// <summary>The assignments of an initialiser with their values; null when one is unknown.</summary>
    private List<Assignment>? EvaluateInitializer(IObjectOrCollectionInitializerOperation? initializer, Frame frame)
    {
        var assignments = new List<Assignment>();
        var allKnown = true;
        foreach (var operation in initializer?.Initializers ?? [])
        {
            if (operation is not ISimpleAssignmentOperation assignment
                || assignment.Target is not IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } target)
            {
                allKnown = false;
                if (operation is not IInvalidOperation && !operation.DescendantsAndSelf().Any(part => part is IInvalidOperation))
                {
                    Report(
                        DiagnosticDescriptors.NotEvaluable, operation,
                        "only 'Property = value' can be evaluated in an initialiser; write a whole value, such as 'Property = new() { … "
                        + "}'");
                }

                continue;
            }

            var value = NotNull(
                Evaluate(assignment.Value, frame), target.Property.Name, target.Property.Type, target.Property, assignment.Value);
            if (IsUnknown(value))
                allKnown = false;
            else if (ModelMembers.Find(target.Property) is { } property)
                assignments.Add(new(property, value, assignment.Value));
            else
                allKnown = !IsUnknown(Foreign(assignment, target.Property)) && allKnown;
        }

        return allKnown ? assignments : null;
    }

    /// <summary>
    /// The value, unless it is a null that the model does not reckon with, by <c>null!</c> or in a file without nullable references.
    /// </summary>
    private object? NotNull(object? value, string name, ITypeSymbol type, ISymbol owner, IOperation operation) =>
        value is null && type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated } && ModelTypes.IsModel(owner)
            ? Report(DiagnosticDescriptors.InvalidValue, operation, $"'{name}' may not be null; write a value")
            : value;

    private object? Assign(object? target, List<Assignment> assignments)
    {
        if (IsUnknown(target))
            return target;
        var allGood = true;
        foreach (var (property, value, operation) in assignments)
        {
            allGood &= !IsUnknown(Guard(operation, () =>
            {
                property.SetValue(target, value);
                return null;
            }));
        }

        return allGood ? target : s_unknown;
    }

    // The compiler reports a required member that is missing; the model must not meet the null.
    private static bool HasRequiredMembers(IObjectCreationOperation creation, List<Assignment> assignments)
    {
        if (creation.Constructor?.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute")
            == true)
            return true;
        for (var type = creation.Type; type is not null; type = type.BaseType)
        {
            if (type.GetMembers()
                .OfType<IPropertySymbol>()
                .Any(property => property.IsRequired && assignments.All(assignment => assignment.Property.Name != property.Name)))
                return false;
        }

        return true;
    }

    private readonly record struct Assignment(PropertyInfo Property, object? Value, IOperation Source);
}
