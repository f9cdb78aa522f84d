using System.Reflection;
using Bsp.Model;

namespace Bsp.Artifacts.Tests.Boards;

/// <summary>A record that differs from another in one member, at whatever depth.</summary>
/// <param name="Path">The members from the outermost to the one that was changed.</param>
/// <param name="Value">The changed record.</param>
internal sealed record Mutation(Seq<string> Path, object Value);

/// <summary>Changes records of the model one member at a time, by the types of the members.</summary>
internal static class Mutations
{
    /// <summary>All mutations of a value. What the model refuses is not among them.</summary>
    /// <param name="value">The value.</param>
    /// <param name="leftOut">Members that are not changed.</param>
    public static IEnumerable<Mutation> Of(object? value, ISet<string> leftOut) => value switch
    {
        null => [],
        _ when ModelMembers.IsSeq(value.GetType()) => OfSeq((dynamic)value, leftOut),
        _ when ModelMembers.IsRecord(value.GetType()) => OfRecord(value, leftOut),
        _ => [new([], Other(value))],
    };

    private static IEnumerable<Mutation> OfRecord(object record, ISet<string> leftOut) =>
        from member in ModelMembers.Of(record.GetType())
        let name = ModelMembers.NameOf(member)
        where !leftOut.Contains(name)
        from inner in Of(member.GetValue(record), leftOut)
        let changed = With(record, member, inner.Value)
        where changed is not null
        select new Mutation([name, .. inner.Path], changed);

    // One item of each shape is enough: a partition for a slot, one for a filesystem.
    private static IEnumerable<Mutation> OfSeq<T>(Seq<T> items, ISet<string> leftOut) =>
        from item in items.Select((value, index) => (value, index)).DistinctBy(item => Shape(item.value))
        from inner in Of(item.value, leftOut)
        select new Mutation(inner.Path, Seq<T>.Of(items.Select((other, i) => i == item.index ? (T)inner.Value : other)));

    private static string Shape(object? value) => value is null || !ModelMembers.IsRecord(value.GetType())
        ? value?.GetType().Name ?? "null"
        : value.GetType().Name + "(" + string.Join(",", ModelMembers.Of(value.GetType()).Select(
            member => member.GetValue(value)?.GetType().Name ?? "null")) + ")";

    /// <summary>The value of a member by its setter, which may refuse it; by its field where it has none.</summary>
    private static object? With(object record, PropertyInfo member, object value)
    {
        var copy = typeof(object).GetMethod(nameof(MemberwiseClone), BindingFlags.NonPublic | BindingFlags.Instance)!.Invoke(record, [])!;
        try
        {
            if (member.SetMethod is { } set)
                set.Invoke(copy, [value]);
            else
                ModelMembers.FieldOf(member)!.SetValue(copy, value);
            return copy;
        }
        catch (TargetInvocationException refused) when (refused.InnerException is ModelException)
        {
            return null;
        }
    }

    private static object Other(object value) => value switch
    {
        string text => text + "x",
        bool flag => !flag,
        int number => number + 1,
        byte number => (byte)(number + 1),
        // A load address stays aligned, and a region apart from the next.
        ulong address => address + 0x20_0000,
        ByteSize size => size + new ByteSize(ByteSize.SectorSize),
        Guid => new Guid("b0a7d0f1-2c1b-4f8e-9d6e-3a1c5e7f9b20"),
        Enum choice => Next(choice),
        _ => throw new NotSupportedException($"the test knows no other {value.GetType().Name}; tell it one"),
    };

    private static object Next(Enum value)
    {
        var names = Enum.GetNames(value.GetType());
        return Enum.Parse(value.GetType(), names[(Array.IndexOf(names, value.ToString()) + 1) % names.Length]);
    }
}
