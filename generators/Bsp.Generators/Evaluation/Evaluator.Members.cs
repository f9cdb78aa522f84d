using System.Reflection;
using Bsp.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bsp.Generators.Evaluation;

/// <content>References to fields and properties, and the values that they are declared with.</content>
internal sealed partial class Evaluator
{
    private object? EvaluateInitializer() => member switch
    {
        IFieldSymbol =>
            member.DeclaringSyntaxReferences[0].GetSyntax(session.Cancellation) is VariableDeclaratorSyntax { Initializer: { } initializer }
                ? EvaluateBody(initializer, Frame.Root)
                : Report(
                    DiagnosticDescriptors.NotEvaluable, NameLocation,
                    $"'{Name}' has no value where it is declared; write '= …' there, not in a static constructor"),
        IPropertySymbol => member.DeclaringSyntaxReferences[0].GetSyntax(session.Cancellation) switch
        {
            PropertyDeclarationSyntax { Initializer: { } initializer } => EvaluateBody(initializer, Frame.Root),
            PropertyDeclarationSyntax { ExpressionBody: { } arrow } => EvaluateBody(arrow, Frame.Root),
            PropertyDeclarationSyntax { AccessorList.Accessors: [{ ExpressionBody: { } arrow }] } => EvaluateBody(arrow, Frame.Root),
            PropertyDeclarationSyntax { AccessorList.Accessors: [{ Body: { } block }] } => EvaluateBody(block, Frame.Root),
            _ => Report(
                DiagnosticDescriptors.NotEvaluable, NameLocation,
                $"'{Name}' has no value where it is declared; write '=> …' or '= …' there"),
        },
        _ => Report(DiagnosticDescriptors.NotEvaluable, NameLocation, $"'{Name}' is neither a field nor a property"),
    };

    private SourceLocation NameLocation =>
        SourceLocation.OfName(member) ?? SourceLocation.Of(member.DeclaringSyntaxReferences[0].GetSyntax(session.Cancellation));

    /// <summary>The value of an initialiser, an expression body, or a block that is one return statement.</summary>
    private object? EvaluateBody(SyntaxNode syntax, Frame frame)
    {
        _trees.Add(syntax.SyntaxTree);
        IOperation? operation;
        try
        {
            operation = session.OperationOf(syntax);
        }
        catch (InsufficientExecutionStackException)
        {
            return Report(
                DiagnosticDescriptors.TooDeep, SourceLocation.Of(syntax),
                "this is nested too deep; give its parts names as static readonly members");
        }

        if (operation is IMethodBodyOperation body)
            operation = body.ExpressionBody ?? body.BlockBody;
        return operation switch
        {
            ISymbolInitializerOperation initializer => Evaluate(initializer.Value, frame),
            IBlockOperation { Operations: [IReturnOperation { ReturnedValue: { } value }] } => Evaluate(value, frame),
            IBlockOperation block when !HasErrors(block) => Report(
                DiagnosticDescriptors.NotEvaluable, block.Operations.FirstOrDefault() ?? block,
                "statements cannot be evaluated while compiling; write the body as one expression (=> …)"),
            // What the compiler does not understand it reports itself.
            _ => s_unknown,
        };
    }

    private static bool HasErrors(IBlockOperation block) => block.DescendantsAndSelf().Any(operation => operation is IInvalidOperation);

    private object? EvaluateField(IFieldReferenceOperation reference, Frame frame)
    {
        var field = reference.Field;
        if (ModelMembers.Find(field) is { } found)
            return field.IsStatic ? found.GetValue(null) : OnInstance(reference.Instance, frame, reference, found.GetValue);
        if (!field.IsStatic || !IsOurs(field))
            return Unreachable(reference, reference.Instance, field, frame);
        if (!field.IsReadOnly)
        {
            return Report(
                DiagnosticDescriptors.NotEvaluable, reference,
                $"'{NameOf(field)}' may change while the program runs; declare it 'static readonly'");
        }

        return EvaluateMember(reference, field);
    }

    private object? EvaluateProperty(IPropertyReferenceOperation reference, Frame frame)
    {
        var property = reference.Property;
        if (ModelMembers.Find(property) is { } found)
        {
            var indices = EvaluateArguments(reference.Arguments, frame);
            if (property.IsStatic)
                return Guard(reference, () => found.GetValue(null, indices));
            return OnInstance(reference.Instance, frame, reference, value => indices is null ? s_unknown : found.GetValue(value, indices));
        }

        if (!property.IsStatic || !IsOurs(property))
            return Unreachable(reference, reference.Instance, property, frame);
        if (property.SetMethod is not null)
        {
            return Report(
                DiagnosticDescriptors.NotEvaluable, reference,
                $"'{NameOf(property)}' may change while the program runs; declare it without 'set'");
        }

        return EvaluateMember(reference, property);
    }

    private object? EvaluateMember(IOperation reference, ISymbol other)
    {
        var cycle = session.CycleTo(other);
        if (cycle.Count > 0)
        {
            return Report(
                DiagnosticDescriptors.Cycle, reference,
                $"the value of '{cycle[0]}' depends on itself: {string.Join(" -> ", cycle)}; break the cycle");
        }

        var evaluation = session.Evaluate(other);
        _needs.Add(evaluation);
        _origins.Include(evaluation.Origins);
        return evaluation.IsKnown ? evaluation.Value : s_unknown;
    }

    private object? EvaluateElement(IArrayElementReferenceOperation reference, Frame frame)
    {
        var array = Evaluate(reference.ArrayReference, frame);
        var index = reference.Indices.Length == 1 ? Evaluate(reference.Indices[0], frame) : Unsupported(reference);
        if (IsUnknown(array) || IsUnknown(index))
            return s_unknown;
        return array is Array items && Numbers.TryRead(index, out var at)
            ? Guard(reference, () => items.GetValue((long)at))
            : Unsupported(reference);
    }

    private object? OnInstance(IOperation? instance, Frame frame, IOperation reference, Func<object, object?> read)
    {
        var value = instance is null ? s_unknown : Evaluate(instance, frame);
        if (IsUnknown(value))
            return s_unknown;
        return value is null
            ? Report(DiagnosticDescriptors.InvalidValue, instance!, "this is null, so nothing can be read from it")
            : Guard(reference, () => read(value));
    }

    /// <summary>Runs the model's code; what it throws is reported where it was called.</summary>
    private object? Guard(IOperation operation, Func<object?> call)
    {
        try
        {
            return call();
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } inner and not OperationCanceledException)
        {
            return ReportThrown(operation, inner);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return ReportThrown(operation, exception);
        }
    }

    private object ReportThrown(IOperation operation, Exception exception) => Report(
        DiagnosticDescriptors.InvalidValue,
        operation,
        exception is Bsp.Model.ModelException
            ? exception.Message
            : $"{Describe(exception)} in '{operation.Syntax.ToString().Split('\n')[0].Trim()}'");

    private static string Describe(Exception exception) => exception switch
    {
        OverflowException => "a number is too large or too small for its type",
        DivideByZeroException => "a division by zero",
        NullReferenceException or ArgumentNullException => "null where a value is needed",
        IndexOutOfRangeException or ArgumentOutOfRangeException => "an index outside the sequence",
        FormatException => "a text in the wrong format",
        InvalidCastException => "a value of another type than it is cast to",
        _ => exception.GetType().Name + ": " + exception.Message,
    };

    private bool IsOurs(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, session.Compilation.Assembly);

    /// <summary>
    /// A member that is neither the model's nor static and our own. Where its object is unknown too, that is the cause to report.
    /// </summary>
    private object Unreachable(IOperation operation, IOperation? instance, ISymbol symbol, Frame frame)
    {
        if (instance is not null && IsUnknown(Evaluate(instance, frame)))
            return s_unknown;
        return IsOurs(symbol) ? ReportOwnType(operation, symbol.ContainingType) : Foreign(operation, symbol);
    }

    private object Foreign(IOperation operation, ISymbol symbol) => Report(
        DiagnosticDescriptors.ForeignCode,
        operation,
        $"'{symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}' belongs to "
        + $"'{symbol.ContainingAssembly?.Name ?? "the compiler"}', whose code is not run while compiling; "
        + "use Bsp.Model and code of this project");

    private object ReportOwnType(IOperation operation, ITypeSymbol? type) => Report(
        DiagnosticDescriptors.OwnType,
        operation,
        $"'{type?.Name}' is a type of this project, and values of such types do not exist while compiling; "
        + "make the value of types of Bsp.Model");
}
