using System.Collections.Concurrent;
using System.Diagnostics;
using Bsp.Firmware.Processes;
using Bsp.Firmware.Progress;
using Bsp.Firmware.Storage;

namespace Bsp.Firmware.Steps;

/// <summary>Makes the outputs of steps and of all they need, each once, independent ones at the same time.</summary>
public sealed class StepRunner(Store store, BuildSettings settings, IBuildConsole console) : IDisposable
{
    private readonly ToolIdentities _tools = new();
    private readonly ConcurrentDictionary<Step, Lazy<(StepKey Key, string Inputs)>> _keys = new();
    private readonly ConcurrentDictionary<StepKey, Lazy<Task<string>>> _made = new();
    private readonly SemaphoreSlim _slots = new(Math.Max(1, settings.Jobs));
    private readonly SemaphoreSlim _allCores = new(1);

    /// <summary>The key of a step, without making anything.</summary>
    public StepKey KeyOf(Step step) => Describe(step).Key;

    /// <summary>Makes the goals. What is in the store is not made again, and what only it needed is not looked at.</summary>
    /// <exception cref="BuildFailedException">A step failed; the message has all failures.</exception>
    public async Task<BuiltSteps> RunAsync(IReadOnlyList<Step> goals, CancellationToken cancel)
    {
        ProcessGroups.SetUmask(Convert.ToInt32("022", 8));
        var folders = await Task.WhenAll(goals.Select(goal => EnsureAsync(goal, cancel))).ConfigureAwait(false);
        return new(goals.Zip(folders).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second));
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

    private Task<string> EnsureAsync(Step step, CancellationToken cancel) =>
        _made.GetOrAdd(KeyOf(step), _ => new(() => Task.Run(() => FindOrMakeAsync(step, cancel), cancel))).Value;

    private async Task<string> FindOrMakeAsync(Step step, CancellationToken cancel)
    {
        var (key, inputs) = Describe(step);
        if (store.Find(key) is { } there)
        {
            console.Finished(step, fromStore: true, TimeSpan.Zero);
            return there;
        }

        var needs = step.Needs.Distinct().ToList();
        var folders = await Task.WhenAll(needs.Select(need => EnsureAsync(need, cancel))).ConfigureAwait(false);
        if (step.UsesAllCores)
            await _allCores.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            await _slots.WaitAsync(cancel).ConfigureAwait(false);
            try
            {
                return await MakeAsync(step, key, inputs, needs.Zip(folders).ToDictionary(pair => pair.First, pair => pair.Second), cancel).ConfigureAwait(false);
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

    private async Task<string> MakeAsync(Step step, StepKey key, string inputs, Dictionary<Step, string> needs, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        console.Started(step);
        using var draft = store.Begin(key);
        using var log = new StepLog(Path.Combine(settings.CacheFolder, "logs", key.FolderName + ".log"));
        var context = new StepContext(draft.Output, draft.Work, new Tools(draft.Work, log), settings, needs, what => console.Report(step, what));
        try
        {
            await step.RunAsync(context, cancel).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var message = exception.Message + $"\n  log: {log.FilePath}";
            console.Failed(step, message);
            throw new BuildFailedException($"{step.Name}: {message}", exception);
        }

        var folder = draft.Commit(inputs);
        console.Finished(step, fromStore: false, clock.Elapsed);
        return folder;
    }
}
