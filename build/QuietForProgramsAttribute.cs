using Nuke.Common;

/// <summary>Leaves titles and tables out where a program reads the output.</summary>
sealed class QuietForProgramsAttribute() : DisableDefaultOutputAttribute(
    DefaultOutput.Logo, DefaultOutput.TargetHeader, DefaultOutput.TargetCollapse, DefaultOutput.TargetOutcome, DefaultOutput.BuildOutcome)
{
    public override bool IsApplicable(INukeBuild build) => build is Build { WantsJson: true };
}
