using Bsp.Build.Steps;

/// <summary>A tool that runs until it is stopped. Its process id is in the file <c>pid</c> in the root.</summary>
sealed class SleepingStep() : Step("sleep")
{
    public override string Kind => "sleep";

    public override void Describe(InputHasher inputs) => inputs.Text("what", "sleeps");

    public override Task RunAsync(StepContext context, CancellationToken cancel) =>
        context.Tools.RunAsync(
            "sh",
            ["-c", "echo $$ > \"$1/half-done\"; echo $$ > \"$2/pid\"; sleep 300", "sh", context.Output, context.Settings.RepositoryRoot],
            cancel: cancel);
}
