using System.Reflection;
using Bsp.Model;

namespace Bsp.Artifacts.Tests.Boards;

/// <summary>What can be stated in records of the model: members with a value of their own, not computed ones.</summary>
internal static class ModelMembers
{
    /// <summary>The name of a member, such as <c>UBoot.Image</c>.</summary>
    public static string NameOf(PropertyInfo member) => member.DeclaringType!.Name + "." + member.Name;

    /// <summary>The members of one type.</summary>
    public static IEnumerable<PropertyInfo> Of(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(member => FieldOf(member) is not null);

    /// <summary>The field that holds a member's value; null where it is computed.</summary>
    public static FieldInfo? FieldOf(PropertyInfo member) => member.DeclaringType!.GetField(
        $"<{member.Name}>k__BackingField", BindingFlags.NonPublic | BindingFlags.Instance);

    /// <summary>All members that can be reached from some types, by name, without what is only reached through those left out.</summary>
    public static SortedSet<string> ReachableFrom(IEnumerable<Type> roots, ISet<string> leftOut)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<Type>();
        var open = new Stack<Type>(roots);
        while (open.TryPop(out var type))
        {
            if (!IsRecord(type) || !seen.Add(type))
                continue;
            foreach (var kind in type.Assembly.GetTypes().Where(kind => kind.BaseType == type && type.IsAbstract))
                open.Push(kind);
            foreach (var member in Of(type).Where(member => found.Add(NameOf(member)) && !leftOut.Contains(NameOf(member))))
                open.Push(ValueType(member.PropertyType));
        }

        return found;
    }

    /// <summary>Whether a type is a record of the model, whose members each state something.</summary>
    public static bool IsRecord(Type type) => type.Assembly == typeof(Board).Assembly && type.IsClass && !IsSeq(type);

    /// <summary>Whether a type is a list.</summary>
    public static bool IsSeq(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Seq<>);

    private static Type ValueType(Type type) =>
        IsSeq(type) ? type.GetGenericArguments()[0] : Nullable.GetUnderlyingType(type) ?? type;
}
