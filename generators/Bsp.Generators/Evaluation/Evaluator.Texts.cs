using System.Globalization;
using System.Text;
using Bsp.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Bsp.Generators.Evaluation;

/// <content>Texts: concatenated and interpolated, in the invariant culture.</content>
internal sealed partial class Evaluator
{
    /// <summary>UTF-16 units in one text.</summary>
    public const int MaximumText = 1 << 20;

    private object? EvaluateInterpolation(IInterpolatedStringOperation text, Frame frame)
    {
        if (text.Type?.SpecialType != SpecialType.System_String)
            return Unsupported(text);
        var parts = new List<object?>();
        foreach (var part in text.Parts)
        {
            parts.Add(part switch
            {
                IInterpolatedStringTextOperation literal => Evaluate(literal.Text, frame),
                IInterpolationOperation hole => EvaluateHole(hole, frame),
                IInvalidOperation => s_unknown,
                _ => Unsupported(part),
            });
        }

        return parts.Any(IsUnknown) ? s_unknown : Concatenate(text, parts);
    }

    private object? EvaluateHole(IInterpolationOperation hole, Frame frame)
    {
        var value = Evaluate(hole.Expression, frame);
        var width = hole.Alignment is null ? 0 : Evaluate(hole.Alignment, frame);
        var format = hole.FormatString is null ? null : Evaluate(hole.FormatString, frame);
        if (IsUnknown(value) || IsUnknown(width) || IsUnknown(format))
            return s_unknown;
        if (hole.Expression.Type is { TypeKind: TypeKind.Enum } own && !ModelTypes.IsModel(own))
            return ReportOwnType(hole, own);
        if (width is not int columns || Math.Abs((long)columns) > MaximumText)
            return TooLong(hole);
        if (ToText(hole, value, format as string) is not string text)
            return s_unknown;
        return columns < 0 ? text.PadRight(-columns) : text.PadLeft(columns);
    }

    private object? Concatenate(IOperation operation, IReadOnlyList<object?> parts)
    {
        var texts = parts.Select(part => ToText(operation, part, null)).ToArray();
        if (texts.Any(IsUnknown))
            return s_unknown;
        if (texts.Sum(text => (long)((string)text!).Length) > MaximumText)
            return TooLong(operation);
        var result = new StringBuilder();
        foreach (var text in texts)
            result.Append((string)text!);
        return result.ToString();
    }

    private object? ToText(IOperation operation, object? value, string? format) => value switch
    {
        null => "",
        string text => text,
        float or double or decimal => FloatingPoint(operation),
        IFormattable formattable => Guard(operation, () => formattable.ToString(format, CultureInfo.InvariantCulture)),
        _ when value is bool or char || value.GetType().Assembly == ModelTypes.Assembly => Guard(operation, value.ToString),
        _ => Unsupported(operation),
    };

    private object TooLong(IOperation operation) => Report(
        DiagnosticDescriptors.TooMuchWork, operation, $"a text may have at most {MaximumText} characters; make it shorter");
}
