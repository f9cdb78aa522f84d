using System.Collections.Immutable;
using System.Reflection;
using Bsp.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bsp.Generators.Evaluation;

/// <content>Calls: into the model by reflection, into the boards' own code by interpreting it.</content>
internal sealed partial class Evaluator
{
    private object? EvaluateInvocation(IInvocationOperation invocation, Frame frame)
    {
        var method = invocation.TargetMethod;
        if (ModelMembers.Find(method) is { } found)
        {
            var instance = invocation.Instance is { } target ? Evaluate(target, frame) : null;
            if (EvaluateArguments(invocation.Arguments, frame) is not { } arguments || IsUnknown(instance))
                return s_unknown;
            return instance is null && !method.IsStatic
                ? Report(DiagnosticDescriptors.InvalidValue, invocation, $"'{method.Name}' is called on null")
                : Call(invocation, found, instance, arguments);
        }

        if (!method.IsStatic || !IsOurs(method))
            return Unreachable(invocation, invocation.Instance, method, frame);
        if (method.MethodKind != MethodKind.Ordinary)
            return Unsupported(invocation);
        return EvaluateArguments(invocation.Arguments, frame) is { } values
            ? Interpret(invocation, method, values, frame)
            : s_unknown;
    }

    private object? Interpret(IOperation call, IMethodSymbol method, object?[] arguments, Frame frame)
    {
        if (frame.Depth >= MaximumCalls)
        {
            return Report(
                DiagnosticDescriptors.TooDeep, call,
                $"'{NameOf(method)}' is called inside more than {MaximumCalls} calls; a method that calls itself cannot be evaluated");
        }

        if (method.IsGenericMethod || method.ContainingType.IsGenericType)
        {
            return Report(
                DiagnosticDescriptors.NotEvaluable, call,
                $"'{NameOf(method)}' is generic, which cannot be evaluated while compiling; write it for one type");
        }

        if (method.Parameters.Any(parameter => parameter.RefKind != RefKind.None))
            return Report(DiagnosticDescriptors.NotEvaluable, call, $"'{NameOf(method)}' takes a parameter by reference; take it by value");

        var definition = method.PartialImplementationPart ?? method;
        if (definition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(
            session.Cancellation) is not MethodDeclarationSyntax declaration)
            return Unsupported(call);
        if (declaration.Body is null && declaration.ExpressionBody is null)
        {
            return declaration.ContainsDiagnostics
                ? s_unknown
                : Report(DiagnosticDescriptors.NotEvaluable, call, $"'{NameOf(method)}' has no body in C#");
        }

        var parameters = new Dictionary<ISymbol, object?>(SymbolEqualityComparer.Default);
        foreach (var parameter in definition.Parameters)
            parameters.Add(parameter, arguments[parameter.Ordinal]);
        return EvaluateBody(declaration, new(frame.Depth + 1, parameters));
    }

    /// <summary>
    /// The values of the arguments in the order of the parameters; null when one is unknown. All are evaluated, so that all
    /// problems are found.
    /// </summary>
    private object?[]? EvaluateArguments(ImmutableArray<IArgumentOperation> arguments, Frame frame)
    {
        var values = new object?[arguments.Length];
        var allKnown = true;
        foreach (var argument in arguments)
        {
            var value = Evaluate(argument.Value, frame);
            if (argument.Parameter is { } receiver)
                value = NotNull(value, receiver.Name, receiver.Type, receiver, argument.Value);
            allKnown &= !IsUnknown(value);
            if (argument.Parameter is { } parameter && parameter.Ordinal < values.Length)
                values[parameter.Ordinal] = value;
            else
                allKnown = false;
        }

        return allKnown ? values : null;
    }

    private object? Call(IOperation operation, MethodBase method, object? instance, object?[] arguments) =>
        RecordOrigin(
            Guard(
                operation,
                () => method is ConstructorInfo constructor ? constructor.Invoke(arguments) : method.Invoke(instance, arguments)),
            operation);

    /// <summary>Records where a value was made, and refuses one that is too large to go on with.</summary>
    private object? RecordOrigin(object? value, IOperation operation)
    {
        if (IsUnknown(value) || value is null or string || value.GetType().IsPrimitive)
            return value;
        return _origins.Add(value, SourceLocation.Of(operation.Syntax))
            ? value
            : Report(
                DiagnosticDescriptors.TooMuchWork, operation,
                $"this value has more than {Origins.MaximumWeight} parts, or more than {Origins.MaximumHeight} inside each other; "
                + "make it smaller");
    }
}
