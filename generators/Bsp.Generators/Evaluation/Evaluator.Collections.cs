using System.Collections;
using System.Reflection;
using Bsp.Generators.Diagnostics;
using Bsp.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Bsp.Generators.Evaluation;

/// <content>Collection expressions, spreads and arrays.</content>
internal sealed partial class Evaluator
{
    /// <summary>Items in one sequence.</summary>
    public const int MaximumItems = 65_536;

    private object? EvaluateCollection(ICollectionExpressionOperation collection, Frame frame)
    {
        var isSeq = collection.Type is INamedTypeSymbol named && ModelTypes.IsModel(named) && named.MetadataName == "Seq`1";
        var type = ModelTypes.Find(collection.Type);
        var item = type switch
        {
            { IsArray: true } => type.GetElementType(),
            { IsGenericType: true } when isSeq || type.IsInterface => type.GetGenericArguments()[0],
            _ => null,
        };
        if (item is null)
            return collection.Type is null or IErrorTypeSymbol ? s_unknown : Unsupported(collection);

        var items = new List<object?>();
        var allKnown = true;
        foreach (var element in collection.Elements)
            allKnown &= AddElement(collection, element, items, frame);
        return allKnown && Fill(item, items, collection) is Array array
            ? RecordOrigin(isSeq ? ToSeq(item, array) : array, collection)
            : s_unknown;
    }

    private bool AddElement(ICollectionExpressionOperation collection, IOperation element, List<object?> items, Frame frame)
    {
        if (element is not ISpreadOperation spread)
        {
            var value = Evaluate(element, frame);
            if (value is null
                && collection.Type is INamedTypeSymbol { TypeArguments: [{ IsReferenceType: true,
                    NullableAnnotation: NullableAnnotation.NotAnnotated }] })
                value = Report(DiagnosticDescriptors.InvalidValue, element, "an item may not be null; write a value, or leave it out");
            items.Add(value);
            return !IsUnknown(value);
        }

        var source = Evaluate(spread.Operand, frame);
        if (IsUnknown(source))
            return false;
        if (source is null)
            return !IsUnknown(Report(DiagnosticDescriptors.InvalidValue, spread, "null cannot be spread; write an empty sequence"));
        if (source is not IEnumerable values)
            return !IsUnknown(Unsupported(spread));
        foreach (var value in values)
        {
            if (items.Count > MaximumItems)
                break;
            var converted = Convert(value, spread.ElementConversion, spread.ElementType, spread, isChecked: false);
            if (IsUnknown(converted))
                return false;
            items.Add(converted);
        }

        return true;
    }

    private object? EvaluateArray(IArrayCreationOperation creation, Frame frame)
    {
        if (creation is not { DimensionSizes: [var dimension], Type: IArrayTypeSymbol { Rank: 1 } type }
            || ModelTypes.Find(type.ElementType) is not { } item)
            return Unsupported(creation);
        var items = new List<object?>();
        if (creation.Initializer is { } initializer)
        {
            foreach (var value in initializer.ElementValues)
                items.Add(Evaluate(value, frame));
            return items.Any(IsUnknown) ? s_unknown : Fill(item, items, creation);
        }

        var size = Evaluate(dimension, frame);
        if (IsUnknown(size) || !Numbers.TryRead(size, out var count))
            return s_unknown;
        return count >= 0 && count <= MaximumItems ? Array.CreateInstance(item, (int)count) : TooMany(creation);
    }

    private object? Fill(Type item, List<object?> items, IOperation operation)
    {
        if (items.Count > MaximumItems)
            return TooMany(operation);
        return Guard(operation, () =>
        {
            var array = Array.CreateInstance(item, items.Count);
            for (var i = 0; i < items.Count; i++)
                array.SetValue(items[i], i);
            return array;
        });
    }

    private object TooMany(IOperation operation) => Report(
        DiagnosticDescriptors.TooMuchWork, operation, $"a sequence may have at most {MaximumItems} items; make it shorter");

    private static object ToSeq(Type item, Array items) => typeof(Seq<>).MakeGenericType(item)
        .GetMethod(nameof(Seq<>.Of), BindingFlags.Public | BindingFlags.Static)!
        .Invoke(null, [items]);
}
