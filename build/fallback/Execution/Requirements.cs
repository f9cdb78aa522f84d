using System.Linq.Expressions;
using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>Checks, before anything runs, what the scheduled targets require.</summary>
internal static class Requirements
{
    public static void Check(NukeBuild build, IEnumerable<ExecutableTarget> scheduled)
    {
        foreach (var target in scheduled)
        {
            foreach (var requirement in target.Requirements)
            {
                if (requirement is Expression<Func<bool>> condition)
                {
                    if (!condition.Compile()())
                        throw new BuildException($"Target '{target.Name}' requires '{requirement.Body}'");
                }
                else if (IsMissing(Member(requirement.Body), build))
                {
                    throw new BuildException(
                        $"Target '{target.Name}' requires member '{ParameterNames.Of(Member(requirement.Body))}' to be not null or empty: "
                        + $"give --{ParameterNames.Dashed(Member(requirement.Body))}");
                }
            }
        }

        foreach (var member in ParameterNames.Members(build.GetType()).Where(x => x.GetCustomAttribute<RequiredAttribute>() is not null))
        {
            if (IsMissing(member, build))
            {
                throw new BuildException(
                    $"Member '{ParameterNames.Of(member)}' is required to be not null or empty: give --{ParameterNames.Dashed(member)}");
            }
        }
    }

    private static MemberInfo Member(Expression body) => body switch
    {
        MemberExpression member => member.Member,
        UnaryExpression { Operand: MemberExpression member } => member.Member,
        _ => throw new BuildException($"'{body}' is neither a parameter nor a condition"),
    };

    private static bool IsMissing(MemberInfo member, NukeBuild build)
    {
        var value = member is FieldInfo field ? field.GetValue(build) : ((PropertyInfo)member).GetValue(build);
        return value is null || value is string text && string.IsNullOrWhiteSpace(text);
    }
}
