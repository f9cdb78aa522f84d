using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common;

/// <summary>A build: a class with <see cref="Target"/> properties and <see cref="ParameterAttribute"/> members.</summary>
public abstract class NukeBuild : INukeBuild
{
    /// <summary>The folder with <c>.nuke</c>, upwards from the current one, or <c>--root</c>.</summary>
    [Parameter("Root directory during build execution", Name = "Root")]
    public static AbsolutePath RootDirectory { get; } = FindRoot();

    /// <summary><c>.nuke/temp</c>.</summary>
    public static AbsolutePath TemporaryDirectory => RootDirectory / ".nuke" / "temp";

    /// <summary>How much is logged.</summary>
    [Parameter("Logging verbosity during build execution: verbose, normal, minimal or quiet. Default is 'Normal'")]
    public static Verbosity Verbosity
    {
        get => Logging.Verbosity;
        set => Logging.Verbosity = value;
    }

    // In Nuke these two are collections of its own target type, which nobody needs here.
    [Parameter("List of targets to be invoked. Default is '{default_target}'", Name = "Target", Separator = "+")]
    internal IReadOnlyCollection<string> InvokedTargets => ParameterService.Current.Targets ?? [];

    [Parameter("List of targets to be skipped. Empty list skips all dependencies", Name = "Skip", Separator = "+")]
    internal IReadOnlyCollection<string> SkippedTargets => ParameterService.Current.Get<string[]>("Skip", '+') ?? [];

    /// <summary>Show the order of targets and stop.</summary>
    [Parameter("Shows the execution plan")]
    public bool Plan { get; private set; }

    /// <summary>Show targets and parameters and stop.</summary>
    [Parameter("Shows the help text for this build assembly")]
    public bool Help { get; private set; }

    /// <summary>Leave out the banner.</summary>
    [Parameter("Disables displaying the NUKE logo")]
    public bool NoLogo { get; set; }

    /// <summary>The exit code, where it is not 0 for success and -1 for failure.</summary>
    public int? ExitCode { get; set; }

    /// <summary>Runs the build that the command line describes; returns the exit code.</summary>
    protected static int Execute<T>(params Expression<Func<T, Target>>[] defaultTargetExpressions)
        where T : NukeBuild, new() => BuildManager.Execute(defaultTargetExpressions);

    /// <summary>Parameters have their values.</summary>
    protected internal virtual void OnBuildCreated()
    {
    }

    /// <summary>The plan stands and nothing has run.</summary>
    protected internal virtual void OnBuildInitialized()
    {
    }

    /// <summary>All is done, well or not.</summary>
    protected internal virtual void OnBuildFinished()
    {
    }

    /// <summary>A target begins.</summary>
    protected internal virtual void OnTargetRunning(string target)
    {
    }

    /// <summary>A target is left out.</summary>
    protected internal virtual void OnTargetSkipped(string target)
    {
    }

    /// <summary>A target has ended well.</summary>
    protected internal virtual void OnTargetSucceeded(string target)
    {
    }

    /// <summary>A target has failed.</summary>
    protected internal virtual void OnTargetFailed(string target)
    {
    }

    internal bool Shows(DefaultOutput output) => !GetType().GetCustomAttributes<DisableDefaultOutputAttribute>()
        .Any(x => x.IsApplicable(this) && x.DisabledOutputs.Contains(output));

    private static AbsolutePath FindRoot()
    {
        if (ParameterService.Current.Get<AbsolutePath>("Root") is { } given)
            return given;
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, ".nuke")))
                return AbsolutePath.Create(folder.FullName);
        }

        throw new BuildException(
            $"Could not locate '.nuke' while walking up from '{Environment.CurrentDirectory}'. Start the build inside the repository, "
            + "or add '--root [path]' to the invocation.");
    }
}
