using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace Nuke.Common;

/// <summary>What a target says about itself. The members are those of Nuke.Common that the build uses, with the same signatures.</summary>
public interface ITargetDefinition
{
    /// <summary>One line for <c>--help</c>.</summary>
    ITargetDefinition Description(string description);

    /// <summary>Adds what the target does.</summary>
    ITargetDefinition Executes(params Action[] actions);

    /// <summary>Adds what the target does; the result is dropped.</summary>
    ITargetDefinition Executes<T>(Func<T> action);

    /// <summary>Adds what the target does and waits for it.</summary>
    ITargetDefinition Executes(Func<Task> action);

    /// <summary>Targets that run before this one, whenever this one runs.</summary>
    ITargetDefinition DependsOn(params Target[] targets);

    /// <summary>Targets that this one runs before, where both run.</summary>
    ITargetDefinition Before(params Target[] targets);

    /// <summary>Targets that this one runs after, where both run.</summary>
    ITargetDefinition After(params Target[] targets);

    /// <summary>Targets that run after this one, whenever this one runs.</summary>
    ITargetDefinition Triggers(params Target[] targets);

    /// <summary>The target is skipped when the condition is false at its turn.</summary>
    ITargetDefinition OnlyWhenDynamic(
        Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string? conditionExpression = null);

    /// <summary>The target is skipped when the condition is false before anything runs.</summary>
    ITargetDefinition OnlyWhenStatic(
        Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string? conditionExpression = null);

    /// <summary>Parameters that must be given.</summary>
    ITargetDefinition Requires<T>(Expression<Func<T>> parameterRequirement, params Expression<Func<T>>[] parameterRequirements)
        where T : class?;

    /// <summary>Parameters that must be given.</summary>
    ITargetDefinition Requires<T>(Expression<Func<T?>> parameterRequirement, params Expression<Func<T?>>[] parameterRequirements)
        where T : struct;

    /// <summary>Conditions that must hold before anything runs.</summary>
    ITargetDefinition Requires(Expression<Func<bool>> requirement, params Expression<Func<bool>>[] requirements);

    /// <summary>Files that the target makes; for people and for CI.</summary>
    ITargetDefinition Produces(params string[] artifacts);

    /// <summary>The build goes on when this target fails; it still ends as failed.</summary>
    ITargetDefinition ProceedAfterFailure();

    /// <summary>Leaves the target out of <c>--help</c>.</summary>
    ITargetDefinition Unlisted();
}
