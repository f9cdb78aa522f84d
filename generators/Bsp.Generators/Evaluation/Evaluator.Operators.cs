using System.Numerics;
using Bsp.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Bsp.Generators.Evaluation;

/// <content>Operators: on numbers, texts and truth values, and those that the model defines.</content>
internal sealed partial class Evaluator
{
    private object? EvaluateBinary(IBinaryOperation binary, Frame frame)
    {
        // a + b + c + … leans to the left as deep as it is long: walk down without recursion.
        var chain = new Stack<IBinaryOperation>([binary]);
        while (chain.Peek() is { LeftOperand: IBinaryOperation { ConstantValue.HasValue: false } next })
            chain.Push(next);
        var value = Evaluate(chain.Peek().LeftOperand, frame);
        while (chain.Count > 0)
            value = EvaluateBinary(chain.Pop(), value, frame);
        return value;
    }

    private object? EvaluateBinary(IBinaryOperation binary, object? left, Frame frame)
    {
        if (binary is { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr, OperatorMethod: null }
            && left is bool decided
            && decided == (binary.OperatorKind == BinaryOperatorKind.ConditionalOr))
        {
            return left;
        }

        var right = Evaluate(binary.RightOperand, frame);
        if (IsUnknown(left) || IsUnknown(right))
            return s_unknown;
        if (binary.OperatorMethod is { } method && (ModelTypes.IsModel(method) || IsOurs(method)))
            return CallOperator(binary, method, binary.IsLifted, left, right);
        return Operate(binary, left, right);
    }

    private object? CallOperator(IOperation operation, IMethodSymbol method, bool isLifted, params object?[] operands)
    {
        if (ModelMembers.Find(method) is not { } found)
            return IsOurs(method) ? ReportOwnType(operation, method.ContainingType) : Foreign(operation, method);
        if (isLifted && operands.Any(operand => operand is null))
            return method.ReturnType.SpecialType == SpecialType.System_Boolean ? LiftedComparison(method.Name, operands) : null;
        return Call(operation, found, null, operands);
    }

    // C# specification, "lifted operators": == and != look at the nulls, all other comparisons are false.
    private static bool LiftedComparison(string name, object?[] operands) => name switch
    {
        "op_Equality" => operands.All(operand => operand is null),
        "op_Inequality" => operands.Any(operand => operand is not null),
        _ => false,
    };

    private object? Operate(IBinaryOperation binary, object? left, object? right)
    {
        var kind = binary.OperatorKind;
        if (binary.Type?.SpecialType == SpecialType.System_String && kind == BinaryOperatorKind.Add)
            return Concatenate(binary, [left, right]);
        if (Number(left, out var a) && Number(right, out var b))
            return Calculate(binary, kind, a, b);
        return (kind, left, right) switch
        {
            (BinaryOperatorKind.Equals, _, _) when Comparable(left, right) => Equals(left, right),
            (BinaryOperatorKind.NotEquals, _, _) when Comparable(left, right) => !Equals(left, right),
            (BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd, bool x, bool y) => x & y,
            (BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr, bool x, bool y) => x | y,
            (BinaryOperatorKind.ExclusiveOr, bool x, bool y) => x ^ y,
            (BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan
                or BinaryOperatorKind.GreaterThanOrEqual, _, _) when binary.IsLifted =>
                false,
            _ when binary.IsLifted && (left is null || right is null) => null,
            _ => Unsupported(binary),
        };
    }

    private object? Calculate(IBinaryOperation binary, BinaryOperatorKind kind, BigInteger a, BigInteger b)
    {
        var type = Underlying(binary.Type);
        switch (kind)
        {
            case BinaryOperatorKind.Equals:
                return a == b;
            case BinaryOperatorKind.NotEquals:
                return a != b;
            case BinaryOperatorKind.LessThan:
                return a < b;
            case BinaryOperatorKind.LessThanOrEqual:
                return a <= b;
            case BinaryOperatorKind.GreaterThan:
                return a > b;
            case BinaryOperatorKind.GreaterThanOrEqual:
                return a >= b;
            case BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder when b.IsZero:
                return Report(DiagnosticDescriptors.InvalidValue, binary, "a division by zero");
            // .NET throws for the least integer by -1, quotient or remainder, in an unchecked context as well.
            case BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder
                when b == BigInteger.MinusOne && Numbers.Fit(-a, type, isChecked: true) is null:
                return Fitted(binary, -a, type, isChecked: true);
        }

        // C# takes the shift's count modulo the width of the type.
        var count = (int)(b & (type is SpecialType.System_Int64 or SpecialType.System_UInt64 ? 63 : 31));
        BigInteger? result = kind switch
        {
            BinaryOperatorKind.Add => a + b,
            BinaryOperatorKind.Subtract => a - b,
            BinaryOperatorKind.Multiply => a * b,
            BinaryOperatorKind.Divide => BigInteger.Divide(a, b),
            BinaryOperatorKind.Remainder => BigInteger.Remainder(a, b),
            BinaryOperatorKind.LeftShift => a << count,
            BinaryOperatorKind.RightShift => a >> count,
            BinaryOperatorKind.And => a & b,
            BinaryOperatorKind.Or => a | b,
            BinaryOperatorKind.ExclusiveOr => a ^ b,
            _ => null,
        };
        return result is { } number
            ? Fitted(binary, number, type, binary.IsChecked && kind != BinaryOperatorKind.LeftShift)
            : Unsupported(binary);
    }

    private object? EvaluateUnary(IUnaryOperation unary, Frame frame)
    {
        var value = Evaluate(unary.Operand, frame);
        if (IsUnknown(value))
            return s_unknown;
        if (unary.OperatorMethod is { } method)
            return CallOperator(unary, method, unary.IsLifted, value);
        if (value is null && unary.IsLifted)
            return null;
        if (value is bool truth)
            return unary.OperatorKind == UnaryOperatorKind.Not ? !truth : Unsupported(unary);
        if (!Number(value, out var number))
            return Unsupported(unary);
        return unary.OperatorKind switch
        {
            UnaryOperatorKind.Plus => Fitted(unary, number, Underlying(unary.Type), isChecked: false),
            UnaryOperatorKind.Minus => Fitted(unary, -number, Underlying(unary.Type), unary.IsChecked),
            UnaryOperatorKind.BitwiseNegation => Fitted(unary, -number - 1, Underlying(unary.Type), isChecked: false),
            _ => Unsupported(unary),
        };
    }

    private object? EvaluateConditional(IConditionalOperation conditional, Frame frame) =>
        Evaluate(conditional.Condition, frame) switch
        {
            true => Evaluate(conditional.WhenTrue, frame),
            false => Evaluate(conditional.WhenFalse!, frame),
            _ => s_unknown,
        };

    private object? EvaluateCoalesce(ICoalesceOperation coalesce, Frame frame)
    {
        var value = Evaluate(coalesce.Value, frame);
        if (value is null)
            return Evaluate(coalesce.WhenNull, frame);
        return IsUnknown(value) ? value : Convert(value, coalesce.ValueConversion, coalesce.Type, coalesce, isChecked: false);
    }

    private object? Fitted(IOperation operation, BigInteger number, SpecialType type, bool isChecked)
    {
        if (!Numbers.IsInteger(type))
            return Unsupported(operation);
        var result = Numbers.Fit(number, type, isChecked);
        if (result is null)
        {
            return Report(
                DiagnosticDescriptors.InvalidValue, operation,
                $"{number} does not fit into '{type.ToString().Substring("System_".Length)}'");
        }

        return operation.Type is { TypeKind: TypeKind.Enum } @enum ? Constant(result, @enum) : result;
    }

    private static bool Number(object? value, out BigInteger number) =>
        Numbers.TryRead(
            value is Enum known ? System.Convert.ChangeType(known, Enum.GetUnderlyingType(known.GetType()), null) : value, out number);

    private static SpecialType Underlying(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } => Underlying(inner),
        INamedTypeSymbol { EnumUnderlyingType: { } underlying } => underlying.SpecialType,
        _ => type?.SpecialType ?? SpecialType.None,
    };

    private static bool Comparable(object? left, object? right) =>
        left is null || right is null || (left is string && right is string) || (left is bool && right is bool)
            || (left is Guid && right is Guid);
}
