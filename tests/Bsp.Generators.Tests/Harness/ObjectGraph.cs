using System.Collections;
using System.Reflection;

namespace Bsp.Generators.Tests.Harness;

/// <summary>Walks everything that an object holds.</summary>
internal static class ObjectGraph
{
    public static IEnumerable<Type> TypesIn(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<object>([root]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            var type = next.GetType();
            if (type.IsPrimitive || next is string or Type || (!type.IsValueType && !seen.Add(next)))
                continue;
            yield return type;
            if (next is IEnumerable items)
            {
                foreach (var item in items)
                    open.Push(item!);
            }

            for (var at = type; at is not null; at = at.BaseType)
            {
                foreach (var field in at.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    if (!field.FieldType.IsPointer && field.GetValue(next) is { } value && value.GetType() != type)
                        open.Push(value);
                }
            }
        }
    }
}
