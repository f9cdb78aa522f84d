using System.Collections.Concurrent;
using Bsp.Build.Processes;
using Bsp.Build.Progress;
using Bsp.Build.Storage;

namespace Bsp.Build.Steps;

/// <summary>Makes the outputs of steps and of all they need, each once, independent ones at the same time.</summary>
public sealed class StepRunner(Store store, BuildSettings settings, IBuildConsole console) : IDisposable
{
    private readonly ToolIdentities _tools = new();
    private readonly ConcurrentDictionary<Step, Lazy<(StepKey Key, string Inputs)>> _keys = new();
    private readonly ConcurrentDictionary<StepKey, Lazy<Task<string?>>> _outputs = new();
    private readonly ConcurrentQueue<(Step Step, string Message)> _failures = new();
    private readonly SemaphoreSlim _slots = new(Math.Max(1, settings.Jobs));
    private readonly SemaphoreSlim _allCores = new(1);
    private readonly StepMaker _maker = new(store, settings, console);

    /// <summary>The key of a step, without making anything.</summary>
    public StepKey KeyOf(Step step) => Describe(step).Key;

    /// <summary>The inputs of a step, a line each.</summary>
    public string InputsOf(Step step) => Describe(step).Inputs;

    /// <summary>Makes the goals. What is in the store is not made again, and what only it needed is not looked at.</summary>
    /// <exception cref="BuildFailedException">A step failed; the message has all failures.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; all that it started has ended.</exception>
    public async Task<BuiltSteps> RunAsync(IReadOnlyList<Step> goals, CancellationToken cancel)
    {
        ProcessGroups.SetUmask(Convert.ToInt32("022", 8));
        using var use = FileLock.TryAcquireShared(store.UsePath)
            ?? throw new BuildFailedException($"'{store.Folder}' is being trimmed; try again when that is done");
        using var shown = console.Begin();
        store.RemoveLeftovers();
        if (settings.VerifyStore)
            VerifyStore();
        // All keys first: what is missing on this machine shows before anything runs.
        foreach (var goal in goals)
            _ = KeyOf(goal);
        var folders = await Task.WhenAll(goals.Select(goal => EnsureAsync(goal, cancel))).ConfigureAwait(false);
        if (!_failures.IsEmpty)
            throw new BuildFailedException(string.Join("\n", _failures.Select(failure => failure.Step.Name + ": " + failure.Message)));
        return new(goals.Zip(folders).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second!));
    }

    private void VerifyStore()
    {
        foreach (var (name, fault) in store.Verify(console.Note))
        {
            console.Note($"'{name}' changed in the store: {fault}; it is removed");
            store.TryRemove(name);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _slots.Dispose();
        _allCores.Dispose();
    }

    private (StepKey Key, string Inputs) Describe(Step step) => _keys.GetOrAdd(step, _ => new(() =>
    {
        var inputs = new InputHasher(_tools);
        step.Describe(inputs);
        for (var i = 0; i < step.Needs.Count; i++)
            inputs.Need(i, KeyOf(step.Needs[i]));
        return (inputs.Key(step.Kind), inputs.Listing);
    })).Value;

    // The folder, or null when the step or one that it needs failed.
    private Task<string?> EnsureAsync(Step step, CancellationToken cancel) =>
        _outputs.GetOrAdd(KeyOf(step), _ => new(() => Task.Run(() => FindOrMakeAsync(step, cancel), cancel))).Value;

    private async Task<string?> FindOrMakeAsync(Step step, CancellationToken cancel)
    {
        if (_maker.FindStored(step, KeyOf(step)) is { } there)
            return there;
        var needs = step.Needs.Distinct().ToList();
        var folders = await Task.WhenAll(needs.Select(need => EnsureAsync(need, cancel))).ConfigureAwait(false);
        if (folders.Contains(null))
            return null;

        // The cores first: who waits for them takes no slot from the others.
        if (step.UsesAllCores)
            await _allCores.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            await _slots.WaitAsync(cancel).ConfigureAwait(false);
            try
            {
                return await MakeAsync(
                    step, needs.Zip(folders).ToDictionary(pair => pair.First, pair => pair.Second!), cancel).ConfigureAwait(false);
            }
            finally
            {
                _slots.Release();
            }
        }
        finally
        {
            if (step.UsesAllCores)
                _allCores.Release();
        }
    }

    private async Task<string?> MakeAsync(Step step, Dictionary<Step, string> needs, CancellationToken cancel)
    {
        // As make does: after a failure nothing new starts, and what runs comes to its end.
        if (!_failures.IsEmpty)
            return null;
        var (key, inputs) = Describe(step);
        try
        {
            return await _maker.MakeAsync(step, key, inputs, needs, cancel).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is BuildFailedException or IOException or UnauthorizedAccessException)
        {
            console.Failed(step, exception.Message);
            _failures.Enqueue((step, exception.Message));
            return null;
        }
    }
}
