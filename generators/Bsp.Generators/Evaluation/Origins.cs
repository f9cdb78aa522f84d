using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Bsp.Generators.Diagnostics;
using Bsp.Shared;

namespace Bsp.Generators.Evaluation;

/// <summary>Where each model object was made, by identity, and how large it is.</summary>
internal sealed class Origins
{
    /// <summary>Larger values are no boards; without a bound a few lines could make one that never ends rendering.</summary>
    public const int MaximumWeight = 1_000_000;

    /// <summary>Deeper values would exhaust the stack of whoever compares or renders them.</summary>
    public const int MaximumHeight = 100;

    private static readonly ConditionalWeakTable<Type, FieldInfo[]> s_fields = new();

    // Objects that the model itself keeps, such as KernelFragment.Empty: nobody's code made them.
    private static readonly Lazy<HashSet<object>> s_shared = new(Shared);

    private readonly Dictionary<object, Origin> _known = new(ReferenceComparer.Instance);

    private readonly List<Origins> _others = [];

    public void Include(Origins others) => _others.Add(others);

    public SourceLocation? Find(object value) => Lookup(value, []) is { } origin ? origin.Location : null;

    /// <summary>Records the location of a value and of all in it that has none yet; false when the value is too large.</summary>
    public bool Add(object? value, SourceLocation location)
    {
        var size = Measure(value, location);
        return size.Weight <= MaximumWeight && size.Height <= MaximumHeight;
    }

    private Size Measure(object? value, SourceLocation location)
    {
        if (value is string text)
            return new(1 + (text.Length / 64), 1);
        if (value is null || value.GetType().IsValueType)
            return new(1, 1);
        if (Lookup(value, []) is { } known)
            return known.Size;
        if (s_shared.Value.Contains(value))
            return new(1, 1);

        var size = new Size(0, 0);
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                size = size.With(Measure(item, location));
        }
        else if (value.GetType().Assembly == ModelTypes.Assembly)
        {
            foreach (var field in s_fields.GetValue(value.GetType(), Fields))
                size = size.With(Measure(field.GetValue(value), location));
        }

        size = size.Wrap();
        _known[value] = new(location, size);
        return size;
    }

    private Origin? Lookup(object value, HashSet<Origins> seen)
    {
        if (_known.TryGetValue(value, out var origin))
            return origin;
        foreach (var other in _others)
        {
            if (seen.Add(other) && other.Lookup(value, seen) is { } found)
                return found;
        }

        return null;
    }

    private static FieldInfo[] Fields(Type type)
    {
        var fields = new List<FieldInfo>();
        for (var at = type; at is not null && at != typeof(object); at = at.BaseType)
        {
            fields.AddRange(at.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Where(field => !field.FieldType.IsValueType));
        }

        return [.. fields];
    }

    private static HashSet<object> Shared()
    {
        var shared = new HashSet<object>(ReferenceComparer.Instance);
        foreach (var type in ModelTypes.Assembly.GetTypes().Where(type => !type.ContainsGenericParameters))
        {
            foreach (var field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            {
                if (!field.IsLiteral && !field.FieldType.IsValueType && field.GetValue(null) is { } value)
                    shared.Add(value);
            }
        }

        return shared;
    }

    private readonly record struct Origin(SourceLocation Location, Size Size);

    private readonly record struct Size(int Weight, int Height)
    {
        public Size With(Size part) => new(Math.Min(Weight + part.Weight, MaximumWeight + 1), Math.Max(Height, part.Height));

        public Size Wrap() => new(Math.Min(Weight + 1, MaximumWeight + 1), Height + 1);
    }
}
