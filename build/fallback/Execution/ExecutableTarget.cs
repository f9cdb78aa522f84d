using System.Diagnostics;
using System.Linq.Expressions;

namespace Nuke.Common.Execution;

/// <summary>Where a target is in its run.</summary>
internal enum ExecutionStatus
{
    None,
    Scheduled,
    NotRun,
    Skipped,
    Succeeded,
    Failed,
    Running,
    Aborted,

    /// <summary>Nothing of its own to do.</summary>
    Collective,
}

/// <summary>A target with what it depends on.</summary>
internal sealed class ExecutableTarget(string name, Target factory, TargetDefinition definition)
{
    public string Name { get; } = name;

    public Target Factory { get; } = factory;

    public TargetDefinition Definition { get; } = definition;

    public string? Description => Definition.Text;

    public List<Action> Actions => Definition.Actions;

    public List<LambdaExpression> Requirements => Definition.Requirements;

    public bool IsDefault { get; init; }

    public bool Invoked { get; set; }

    public ExecutionStatus Status { get; set; }

    /// <summary>The reason, when skipped.</summary>
    public string? Skipped { get; set; }

    /// <summary>What the table at the end says about it.</summary>
    public string? Remark { get; set; }

    public Stopwatch Stopwatch { get; } = new();

    public List<ExecutableTarget> ExecutionDependencies { get; } = [];

    public List<ExecutableTarget> OrderDependencies { get; } = [];

    public List<ExecutableTarget> TriggerDependencies { get; } = [];

    public List<ExecutableTarget> Triggers { get; } = [];

    /// <summary>All that must come before it where it runs too.</summary>
    public IEnumerable<ExecutableTarget> AllDependencies => ExecutionDependencies.Concat(OrderDependencies).Concat(TriggerDependencies);
}
