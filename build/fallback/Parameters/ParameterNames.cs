using System.Reflection;
using System.Text;

namespace Nuke.Common.Execution;

/// <summary>How a member is called on the command line and in the environment.</summary>
internal static class ParameterNames
{
    /// <summary>All parameters of a build, its own and the inherited ones.</summary>
    public static IEnumerable<MemberInfo> Members(Type type)
    {
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic
            | BindingFlags.DeclaredOnly;
        for (var at = type; at is not null && at != typeof(object); at = at.BaseType)
        {
            foreach (var member in at.GetMembers(all)
                .Where(x => x is FieldInfo or PropertyInfo && x.GetCustomAttribute<ParameterAttribute>() is not null))
                yield return member;
        }
    }

    /// <summary>The name: the attribute's, or the member's.</summary>
    public static string Of(MemberInfo member) => member.GetCustomAttribute<ParameterAttribute>()?.Name ?? member.Name;

    /// <summary><c>NoLogo</c> is <c>no-logo</c>.</summary>
    public static string Dashed(MemberInfo member)
    {
        var name = Of(member);
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var starts = char.IsUpper(name[i]) && i > 0
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            text.Append(starts ? "-" : "").Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    /// <summary>Letters and digits alone: <c>NO_LOGO</c>, <c>no-logo</c> and <c>NoLogo</c> are one name.</summary>
    public static string Plain(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
}
