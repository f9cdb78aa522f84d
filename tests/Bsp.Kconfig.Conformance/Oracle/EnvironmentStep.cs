using Bsp.Build;
using Bsp.Build.Steps;
using Bsp.Kconfig.Conformance.SourceTrees;

namespace Bsp.Kconfig.Conformance.Oracle;

/// <summary>Has a tree's make run conf once for an architecture, and notes the environment and what the shell answers.</summary>
/// <param name="tree">The tree.</param>
/// <param name="architecture">The architecture.</param>
/// <param name="conf">Built conf.</param>
/// <param name="library">Compiled the library that takes the notes.</param>
/// <param name="cacheFolder">The cache: its path is in the answers.</param>
internal sealed class EnvironmentStep(OracleTree tree, string architecture, ConfStep conf, ShellLibraryStep library, string cacheFolder)
    : Step($"environment of {tree.Name} {architecture}")
{
    /// <summary>The variables, with a NUL after each.</summary>
    public const string EnvironmentFile = "environment";

    /// <summary>The answers, for <see cref="ShellAnswers"/>.</summary>
    public const string AnswersFile = "answers";

    public override string Kind => "kconfig-environment";

    public override IReadOnlyList<Step> Needs => tree.Source is { } source ? [conf, library, source] : [conf, library];

    public override void Describe(InputHasher inputs)
    {
        inputs.Text("architecture", architecture);
        inputs.Text("cache", cacheFolder);
        // What the tree asks the shell about.
        inputs.Tool("gcc", "gcc");
        inputs.Tool("cross compiler", "gcc-aarch64-linux-gnu");
        inputs.Tool("ld", "binutils");
        inputs.Tool("make", "make");
    }

    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        // A copy: make notes in it what it has done.
        await context.Tools.RunAsync(
            "cp", ["--archive", Path.Combine(context.OutputOf(conf), ConfStep.BuildFolder), context.Work],
            cancel: cancel).ConfigureAwait(false);
        var environment = Path.Combine(context.Output, EnvironmentFile);
        await context.Tools.RunAsync(
            "make",
            ["-C", tree.RootIn(context), "O="
                + Path.Combine(context.Work, ConfStep.BuildFolder), .. tree.Kind.MakeVariables(architecture), "allnoconfig"],
            environment: new Dictionary<string, string>
            {
                ["LD_PRELOAD"] = Path.Combine(context.OutputOf(library), ShellLibraryStep.FileName),
                ["BSP_RECORD_ENVIRONMENT"] = environment,
                ["BSP_RECORD_ANSWERS"] = Path.Combine(context.Output, AnswersFile),
            },
            cancel: cancel).ConfigureAwait(false);
        if (!File.Exists(environment))
            throw new BuildFailedException("make has not run conf: there is no environment to note");
    }
}
