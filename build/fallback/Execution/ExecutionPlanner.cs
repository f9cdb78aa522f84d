namespace Nuke.Common.Execution;

/// <summary>Which targets run, and in which order. The order among independent targets is Nuke's: that of their definition.</summary>
internal static class ExecutionPlanner
{
    /// <param name="all">The targets of the build, in the order of their definition.</param>
    /// <param name="invoked">The names asked for, or null for the default targets.</param>
    public static IReadOnlyList<ExecutableTarget> Plan(IReadOnlyList<ExecutableTarget> all, IReadOnlyList<string>? invoked)
    {
        var goals = invoked?.Select(x => Find(all, x)).ToList() ?? [.. all.Where(x => x.IsDefault)];
        if (invoked is not null)
            goals.ForEach(x => x.Invoked = true);
        RefuseCycles(all);

        var wanted = new HashSet<ExecutableTarget>();
        void Want(ExecutableTarget target)
        {
            if (!wanted.Add(target))
                return;
            target.ExecutionDependencies.ForEach(Want);
            target.Triggers.ForEach(Want);
        }

        goals.ForEach(Want);

        // Taken from the end: a target that nobody left waits for; then turned round.
        var left = all.ToList();
        var plan = new List<ExecutableTarget>();
        while (left.Count > 0)
        {
            var last = left.First(x => !left.Any(y => y.AllDependencies.Contains(x)));
            left.Remove(last);
            if (wanted.Contains(last))
                plan.Add(last);
        }

        plan.Reverse();
        plan.ForEach(x => x.Status = ExecutionStatus.Scheduled);
        return plan;
    }

    public static ExecutableTarget Find(IReadOnlyList<ExecutableTarget> all, string name)
    {
        var plain = name.Replace("-", "", StringComparison.Ordinal);
        if (all.FirstOrDefault(x => x.Name.Equals(plain, StringComparison.OrdinalIgnoreCase)) is { } target)
            return target;
        var near = NearestNames.Of(name, all.Select(x => x.Name));
        throw new BuildException(
            $"Target with name '{name}' does not exist."
            + (near.Count > 0 ? $" Did you mean {string.Join(" or ", near)}?" : "")
            + " Available targets are:"
            + string.Concat(
                all.Where(x => x.Definition.IsListed).Select(x => x.Name).Order(StringComparer.Ordinal).Select(x => $"\n  - {x}")));
    }

    private static void RefuseCycles(IReadOnlyList<ExecutableTarget> all)
    {
        var done = new HashSet<ExecutableTarget>();
        var path = new List<ExecutableTarget>();
        foreach (var target in all)
            Visit(target);

        void Visit(ExecutableTarget target)
        {
            if (path.IndexOf(target) is var start and >= 0)
            {
                throw new BuildException(
                    $"Circular dependencies between targets: {string.Join(" -> ", path.Skip(start).Append(target).Select(x => x.Name))}");
            }

            if (!done.Add(target))
                return;
            path.Add(target);
            foreach (var dependency in target.AllDependencies)
                Visit(dependency);
            path.RemoveAt(path.Count - 1);
        }
    }
}
