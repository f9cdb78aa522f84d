using Bsp.Build.Steps;

namespace Bsp.BuildMachine.Tests.Support;

/// <summary>A step made of delegates.</summary>
public sealed class TestStep(string name, Func<StepContext, CancellationToken, Task>? run = null, params Step[] needs) : Step(name)
{
    private int _runs;

    public string Input { get; init; } = name;

    public bool Heavy { get; init; }

    public long Expected { get; init; }

    public int Runs => _runs;

    public override string Kind => "test";

    public override IReadOnlyList<Step> Needs => needs;

    public override bool UsesAllCores => Heavy;

    public override long ExpectedBytes => Expected;

    public override void Describe(InputHasher inputs) => inputs.Text("input", Input);

    public override Task RunAsync(StepContext context, CancellationToken cancel)
    {
        Interlocked.Increment(ref _runs);
        File.WriteAllText(Path.Combine(context.Output, "out"), Input);
        return run?.Invoke(context, cancel) ?? Task.CompletedTask;
    }
}
