using Bsp.Build.Processes;

namespace Bsp.Build.Steps;

/// <summary>What a step works with while it runs.</summary>
public sealed class StepContext
{
    private readonly IReadOnlyDictionary<Step, string> _needs;
    private readonly Action<string> _report;

    internal StepContext(
        string output, string work, Tools tools, BuildSettings settings, IReadOnlyDictionary<Step, string> needs, Action<string> report)
    {
        Output = output;
        Work = work;
        Tools = tools;
        Settings = settings;
        _needs = needs;
        _report = report;
    }

    /// <summary>An empty folder for the output; it goes into the store when the step returns.</summary>
    public string Output { get; }

    /// <summary>An empty folder for everything else; it is deleted afterwards.</summary>
    public string Work { get; }

    /// <summary>Runs programs, and keeps what they print in the step's log.</summary>
    public Tools Tools { get; }

    /// <summary>How many jobs a tool may run at a time.</summary>
    public int Jobs => Settings.Jobs;

    /// <summary>What holds for the whole build.</summary>
    public BuildSettings Settings { get; }

    /// <summary>The output folder of a needed step. It is read-only by agreement, and must not be written to.</summary>
    /// <exception cref="ArgumentException">The step is not among <see cref="Step.Needs"/>.</exception>
    public string OutputOf(Step step) => _needs.TryGetValue(step, out var folder)
        ? folder
        : throw new ArgumentException($"the step '{step.Name}' is read but not among the needs", nameof(step));

    /// <summary>Says what the step does at the moment, such as <c>CC drivers/net/tun.o</c>.</summary>
    public void Report(string what) => _report(what);
}
