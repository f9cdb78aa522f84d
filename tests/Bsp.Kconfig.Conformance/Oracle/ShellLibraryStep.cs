using Bsp.Build.Steps;

namespace Bsp.Kconfig.Conformance.Oracle;

/// <summary>Compiles <c>shell-answers.c</c>.</summary>
internal sealed class ShellLibraryStep() : Step("shell-answers.so")
{
    public const string FileName = "shell-answers.so";

    private static readonly string Source = Path.Combine(AppContext.BaseDirectory, "Oracle", "shell-answers.c");

    public override string Kind => "kconfig-shell";

    public override void Describe(InputHasher inputs)
    {
        inputs.File("source", Source);
        inputs.Tool("gcc", "gcc");
    }

    public override Task RunAsync(StepContext context, CancellationToken cancel) => context.Tools.RunAsync(
        "gcc",
        ["-std=gnu11", "-O2", "-Wall", "-Werror", "-shared", "-fPIC", "-o", Path.Combine(context.Output, FileName), Source, "-ldl"],
        cancel: cancel);
}
