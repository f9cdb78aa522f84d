using System.Runtime.CompilerServices;
using Bsp.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Bsp.Generators.Evaluation;

/// <summary>Evaluates one static member: calls what belongs to Bsp.Model, interprets the rest. It reports, it does not throw.</summary>
internal sealed partial class Evaluator(EvaluationSession session, ISymbol member, string id)
{
    /// <summary>Operations in one member's value; a rich board has about a thousand.</summary>
    public const int MaximumSteps = 200_000;

    /// <summary>Methods of the boards' own code that may be inside each other.</summary>
    public const int MaximumCalls = 64;

    /// <summary>Stands for a value that could not be known; the reason is among the problems, or the compiler reports it.</summary>
    private static readonly object s_unknown = new();

    private readonly List<Problem> _problems = [];
    private readonly List<MemberEvaluation> _needs = [];
    private readonly HashSet<SyntaxTree> _trees = [];
    private readonly Origins _origins = new();
    private int _steps;

    public string Id { get; } = id;

    /// <summary>The member as messages name it.</summary>
    public string Name { get; } = NameOf(member);

    /// <summary>Whether the value refers to a member whose evaluation is still under way.</summary>
    public bool IsInsideCycle { get; set; }

    public MemberEvaluation Run()
    {
        var value = s_unknown;
        try
        {
            value = EvaluateInitializer();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A fault of the evaluator is no reason to take the compiler down, and none to keep silent.
            if (SourceLocation.OfName(member) is { } location)
            {
                Report(
                    DiagnosticDescriptors.Failure, location,
                    $"'{Name}' could not be evaluated; internal error: {exception.GetType().Name}: {exception.Message}");
            }
        }

        foreach (var need in _needs)
            _trees.UnionWith(need.SyntaxTrees);
        var isKnown = !IsUnknown(value);
        return new(Id, isKnown ? value : null, isKnown, _problems, _needs, _trees, _origins, session.Epoch);
    }

    private static bool IsUnknown(object? value) => ReferenceEquals(value, s_unknown);

    private static string NameOf(ISymbol symbol) =>
        symbol.ContainingType is { } type ? type.Name + "." + symbol.Name : symbol.Name;

    private object? Evaluate(IOperation operation, Frame frame)
    {
        session.Cancellation.ThrowIfCancellationRequested();
        if (_steps > MaximumSteps)
            return s_unknown;
        if (++_steps > MaximumSteps)
        {
            return Report(
                DiagnosticDescriptors.TooMuchWork, operation,
                $"the value of '{Name}' takes more than {MaximumSteps} steps; write it with fewer calls inside calls");
        }

        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
        }
        catch (InsufficientExecutionStackException)
        {
            return Report(
                DiagnosticDescriptors.TooDeep, operation, "this is nested too deep; give its parts names as static readonly members");
        }

        return operation.ConstantValue is { HasValue: true } constant
            ? Constant(constant.Value, operation.Type)
            : EvaluateKind(operation, frame);
    }

    private object? EvaluateKind(IOperation operation, Frame frame) => operation switch
    {
        IConversionOperation conversion => EvaluateConversion(conversion, frame),
        IObjectCreationOperation creation => EvaluateCreation(creation, frame),
        IWithOperation with => EvaluateWith(with, frame),
        ICollectionExpressionOperation collection => EvaluateCollection(collection, frame),
        IArrayCreationOperation array => EvaluateArray(array, frame),
        IFieldReferenceOperation field => EvaluateField(field, frame),
        IPropertyReferenceOperation property => EvaluateProperty(property, frame),
        IArrayElementReferenceOperation element => EvaluateElement(element, frame),
        IInvocationOperation invocation => EvaluateInvocation(invocation, frame),
        IParameterReferenceOperation parameter when frame.TryGet(parameter.Parameter, out var value) => value,
        IBinaryOperation binary => EvaluateBinary(binary, frame),
        IUnaryOperation unary => EvaluateUnary(unary, frame),
        IConditionalOperation { WhenFalse: not null } conditional => EvaluateConditional(conditional, frame),
        ICoalesceOperation coalesce => EvaluateCoalesce(coalesce, frame),
        IInterpolatedStringOperation text => EvaluateInterpolation(text, frame),
        IDefaultValueOperation value => Default(value),
        IParenthesizedOperation inner => Evaluate(inner.Operand, frame),
        // The compiler reports these; a second message would only be in the way.
        IInvalidOperation => s_unknown,
        _ => Unsupported(operation),
    };

    /// <summary>A constant, which the compiler has folded already; enums of the model as themselves.</summary>
    private static object? Constant(object? value, ITypeSymbol? type) =>
        value is not null && type is { TypeKind: TypeKind.Enum } && ModelTypes.IsModel(type) && ModelTypes.Find(type) is { } found
            ? Enum.ToObject(found, value)
            : value;

    private object? Default(IDefaultValueOperation operation)
    {
        if (operation.Type is null or { IsReferenceType: true }
            || operation.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return null;
        return ModelTypes.Find(operation.Type) is { } type ? Activator.CreateInstance(type) : Unsupported(operation);
    }

    private object? Unsupported(IOperation operation) => Report(
        DiagnosticDescriptors.NotEvaluable,
        operation,
        $"{OperationNames.Of(operation)} cannot be evaluated while compiling; {OperationNames.Remedy(operation)}");

    private object Report(DiagnosticDescriptor descriptor, IOperation operation, string message) =>
        Report(descriptor, SourceLocation.Of(operation.Syntax), message);

    private object Report(DiagnosticDescriptor descriptor, SourceLocation location, string message)
    {
        _problems.Add(new(descriptor, location, message));
        return s_unknown;
    }
}
