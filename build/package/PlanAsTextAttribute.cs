using Nuke.Common.Execution;

/// <summary>Prints what <c>--plan</c> asks for; Nuke would open a browser.</summary>
sealed class PlanAsTextAttribute : BuildExtensionAttributeBase, IOnBuildInitialized
{
    // Nuke's own answer has 10.
    public override float Priority { get; set; } = 20;

    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        if (!Build.Plan)
            return;
        foreach (var target in executionPlan)
        {
            Console.WriteLine(
                target.ExecutionDependencies.Count > 0
                    ? $"{target.Name} -> {string.Join(", ", target.ExecutionDependencies.Select(x => x.Name))}"
                    : target.Name);
        }

        Environment.Exit(0);
    }
}
