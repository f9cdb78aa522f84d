using System.Linq.Expressions;
using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>Makes the targets of a build class and ties them together.</summary>
internal static class TargetFactory
{
    public static IReadOnlyList<ExecutableTarget> CreateAll<T>(T build, IReadOnlyList<Expression<Func<T, Target>>> defaults)
        where T : NukeBuild
    {
        var defaultTargets = defaults.Select(x => x.Compile()(build)).ToList();
        var targets = build.GetType()
            .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(x => x.PropertyType == typeof(Target))
            .Select(x => Create(build, x, defaultTargets))
            .ToList();
        foreach (var target in targets)
            Connect(target, targets);
        return targets;
    }

    private static ExecutableTarget Create(NukeBuild build, PropertyInfo property, List<Target> defaults)
    {
        var factory = (Target)property.GetValue(build)!;
        var definition = new TargetDefinition();
        factory(definition);
        return new(property.Name, factory, definition) { IsDefault = defaults.Contains(factory) };
    }

    private static void Connect(ExecutableTarget target, List<ExecutableTarget> all)
    {
        // A property gives a new delegate each time it is read; delegates are equal when their method and instance are.
        List<ExecutableTarget> Find(IEnumerable<Target> factories) => [.. factories.Select(x => all.Single(y => y.Factory == x))];
        List<ExecutableTarget> WhereNamed(
            Func<TargetDefinition, List<Target>> list) => [.. all.Where(x => x != target && list(x.Definition).Contains(target.Factory))];

        target.ExecutionDependencies.AddRange(Find(target.Definition.DependsOnTargets));
        target.OrderDependencies.AddRange(Find(target.Definition.AfterTargets));
        target.OrderDependencies.AddRange(WhereNamed(x => x.BeforeTargets));
        target.TriggerDependencies.AddRange(WhereNamed(x => x.TriggersTargets));
        target.Triggers.AddRange(Find(target.Definition.TriggersTargets));
        if (target.AllDependencies.Concat(target.Triggers).Contains(target))
            throw new BuildException($"Target '{target.Name}' cannot have a dependency on itself");
    }
}
