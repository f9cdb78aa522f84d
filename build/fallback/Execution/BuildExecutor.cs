using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Runs the planned targets one after the other.</summary>
internal static class BuildExecutor
{
    public static void Run(NukeBuild build, IReadOnlyList<ExecutableTarget> plan, IReadOnlyList<string>? skipped)
    {
        if (skipped is not null)
        {
            // An empty --skip leaves only what was asked for by name.
            foreach (var target in plan.Where(
                x => skipped.Count == 0
                    || skipped.Any(y => y.Replace("-", "", StringComparison.Ordinal).Equals(x.Name, StringComparison.OrdinalIgnoreCase))))
                Skip(plan, target, "via parameter");
        }

        foreach (var target in plan)
            SkipUnless(plan, target, target.Definition.StaticConditions);
        Requirements.Check(build, plan.Where(x => x.Status == ExecutionStatus.Scheduled));

        foreach (var target in plan)
            Run(build, plan, target);
    }

    private static void Run(NukeBuild build, IReadOnlyList<ExecutableTarget> plan, ExecutableTarget target)
    {
        if (target.Status == ExecutionStatus.Skipped || SkipUnless(plan, target, target.Definition.DynamicConditions))
        {
            target.Status = ExecutionStatus.Skipped;
            build.OnTargetSkipped(target.Name);
            return;
        }

        if (target.Actions.Count == 0)
        {
            target.Status = ExecutionStatus.Collective;
            return;
        }

        Logging.Target = target.Name;
        if (build.Shows(DefaultOutput.TargetHeader))
            Summary.Header(target.Name);
        target.Stopwatch.Start();
        target.Status = ExecutionStatus.Running;
        build.OnTargetRunning(target.Name);
        try
        {
            target.Actions.ForEach(x => x());
            target.Stopwatch.Stop();
            target.Status = ExecutionStatus.Succeeded;
            build.OnTargetSucceeded(target.Name);
        }
        catch (Exception exception)
        {
            target.Stopwatch.Stop();
            target.Status = ExecutionStatus.Failed;
            target.Remark = $"{exception.GetType().Name}: {exception.Message.Split('\n')[0]}";
            Log.Error(exception, "{Message}", exception.Message);
            build.OnTargetFailed(target.Name);
            if (!target.Definition.ProceedsAfterFailure)
                throw new TargetFailedException(target.Name, exception);
        }
        finally
        {
            Logging.Target = null;
        }
    }

    private static bool SkipUnless(
        IReadOnlyList<ExecutableTarget> plan, ExecutableTarget target, List<(string Text, Func<bool> Holds)> conditions)
    {
        var violated = conditions.Where(x => !x.Holds()).Select(x => x.Text).ToList();
        if (violated.Count == 0)
            return false;
        Skip(plan, target, string.Join(" && ", violated));
        target.Skipped = target.Remark = string.Join(" && ", violated);
        target.Status = ExecutionStatus.Skipped;
        return true;
    }

    /// <summary>Skips a target that was not asked for by name, and the dependencies that nobody else needs.</summary>
    private static void Skip(IReadOnlyList<ExecutableTarget> plan, ExecutableTarget target, string reason)
    {
        if (target.Status != ExecutionStatus.Scheduled)
            return;
        if (!target.Invoked)
        {
            target.Status = ExecutionStatus.Skipped;
            target.Skipped = target.Remark ??= reason;
        }

        bool NeededByOthers(ExecutableTarget dependency) => plan
            .Where(x => x != target && x.Status == ExecutionStatus.Scheduled)
            .Any(x => x.ExecutionDependencies.Contains(dependency) || x.Triggers.Contains(dependency));

        foreach (var dependency in target.ExecutionDependencies.Concat(target.Triggers).Where(x => !NeededByOthers(x)).ToList())
            Skip(plan, dependency, $"because of {target.Name}");
    }
}
