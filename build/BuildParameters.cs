using System.Reflection;
using Nuke.Common;

/// <summary>The parameters of a build: those of its class, and those that each build has.</summary>
static class BuildParameters
{
    /// <summary>Fields and properties that are parameters.</summary>
    public static IEnumerable<MemberInfo> Of(Type build)
    {
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic
            | BindingFlags.DeclaredOnly;
        for (var type = build; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers(all).Where(x => x.GetCustomAttribute<ParameterAttribute>() is not null))
                yield return member;
        }
    }

    /// <summary>The name: the attribute's, or the member's.</summary>
    public static string Name(MemberInfo parameter) => parameter.GetCustomAttribute<ParameterAttribute>()!.Name ?? parameter.Name;
}
