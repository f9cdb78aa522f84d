namespace Nuke.Common;

/// <summary>Leaves out some of what the engine writes around the targets' own output.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class DisableDefaultOutputAttribute(params DefaultOutput[] disabledOutputs) : Attribute
{
    /// <summary>What is left out; everything when none was named.</summary>
    public DefaultOutput[] DisabledOutputs { get; } = disabledOutputs.Length > 0 ? disabledOutputs : Enum.GetValues<DefaultOutput>();

    /// <summary>Whether it holds for this run.</summary>
    public virtual bool IsApplicable(INukeBuild build) => true;
}

/// <summary>What the engine writes by itself.</summary>
public enum DefaultOutput
{
    /// <summary>The banner.</summary>
    Logo,

    /// <summary>The title above a target's output.</summary>
    TargetHeader,

    /// <summary>Folding of a target's output on CI servers; nothing here.</summary>
    TargetCollapse,

    /// <summary>Errors and warnings again at the end.</summary>
    ErrorsAndWarnings,

    /// <summary>The table of targets at the end.</summary>
    TargetOutcome,

    /// <summary>The last line.</summary>
    BuildOutcome,

    /// <summary>The time before a log line.</summary>
    Timestamps,
}
