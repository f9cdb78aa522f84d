namespace Bsp.Build.Steps;

/// <summary>Where the outputs of a finished run are.</summary>
public sealed class BuiltSteps
{
    private readonly IReadOnlyDictionary<Step, string> _folders;

    internal BuiltSteps(IReadOnlyDictionary<Step, string> folders) => _folders = folders;

    /// <summary>The output folder of a goal.</summary>
    /// <exception cref="ArgumentException">The step was not a goal of the run.</exception>
    public string this[Step step] => _folders.TryGetValue(step, out var folder)
        ? folder
        : throw new ArgumentException($"the step '{step.Name}' was not a goal of this run", nameof(step));
}
