using System.Globalization;
using Nuke.Common;
using Nuke.Common.CI;
using Nuke.Common.Execution;

/// <summary>
/// The terminal, for Nuke a build server: on one it opens no <c>.nuke/temp/build.log</c>, whose lock would keep
/// a second build in the same tree from starting.
/// </summary>
/// <remarks>
/// Nuke finds it by its base class, and asks the property of its name whether it is there. A real build server goes before.
/// </remarks>
public sealed class LoglessTerminal : Terminal, IBuildServer
{
    public static bool IsRunningLoglessTerminal => true;

    string? IBuildServer.Branch => null;

    string? IBuildServer.Commit => null;

    protected override void WriteTargetOutcome(INukeBuild build)
    {
        if (!IsTooSoon(build))
            base.WriteTargetOutcome(build);
    }

    protected override void WriteBuildOutcome(INukeBuild build)
    {
        if (!IsTooSoon(build))
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"\nBuild {(build.IsSucceeding ? "succeeded" : "failed")} on {DateTime.Now:yyyy-MM-dd HH:mm:ss}."));
        }
    }

    // Nuke finishes at Ctrl-C, where it calls aborted what has yet to stop, and again when all has stopped.
    private static bool IsTooSoon(INukeBuild build) => build.ExecutionPlan.Any(x => x.Status == ExecutionStatus.Aborted);
}
