using System.Diagnostics;
using Bsp.Build.Processes;
using Bsp.Build.Progress;
using Bsp.Build.Storage;

namespace Bsp.Build.Steps;

/// <summary>Takes the output of a step from the store, or makes it.</summary>
internal sealed class StepMaker(Store store, BuildSettings settings, IBuildConsole console)
{
    private static readonly TimeSpan LockInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>The output folder when it is in the store and as it was made.</summary>
    public string? FindStored(Step step, StepKey key)
    {
        var clock = Stopwatch.StartNew();
        if (store.Entry(key) is not { } entry)
            return null;
        if (entry.Fault(full: false) is { } fault)
        {
            console.Note($"{step.Name}: '{entry.Files}' changed in the store: {fault}; it is built again");
            return null;
        }

        entry.Touch();
        console.Finished(step, fromStore: true, clock.Elapsed);
        return entry.Files;
    }

    /// <summary>Makes the output, unless another build makes it meanwhile.</summary>
    /// <exception cref="BuildFailedException">It cannot be made.</exception>
    public async Task<string> MakeAsync(
        Step step, StepKey key, string inputs, IReadOnlyDictionary<Step, string> needs, CancellationToken cancel)
    {
        using var draft = await BeginAsync(step, key, cancel).ConfigureAwait(false);
        if (FindStored(step, key) is { } made)
            return made;
        if (store.Entry(key) is not null)
            store.Remove(key.FolderName);

        var clock = Stopwatch.StartNew();
        console.Started(step);
        if (StepFailure.FreeSpace(store.Folder) < step.ExpectedBytes)
            throw new BuildFailedException(StepFailure.TooSmall(store.Folder, step.ExpectedBytes));
        var folder = await RunAsync(step, key, inputs, needs, draft, cancel).ConfigureAwait(false);
        console.Finished(step, fromStore: false, clock.Elapsed);
        return folder;
    }

    private async Task<StoreDraft> BeginAsync(Step step, StepKey key, CancellationToken cancel)
    {
        for (var waits = false; ; waits = true)
        {
            if (store.TryBegin(key) is { } draft)
                return draft;
            if (!waits)
                console.Note($"{step.Name}: another build is making it; waiting");
            await Task.Delay(LockInterval, cancel).ConfigureAwait(false);
        }
    }

    private async Task<string> RunAsync(
        Step step, StepKey key, string inputs, IReadOnlyDictionary<Step, string> needs, StoreDraft draft, CancellationToken cancel)
    {
        using var log = new StepLog(Path.Combine(settings.CacheFolder, "logs", key.FolderName + ".log"));
        var tools = new Tools(draft.Work, log, draft.Groups);
        try
        {
            // So that whoever built under another clock can tell that the tools did have it.
            if (FakeClock.IsOn)
                await tools.RunAsync("date", ["+%s"], cancel: cancel).ConfigureAwait(false);
            await step.RunAsync(
                new(draft.Output, draft.Work, tools, settings, needs, what => console.Report(step, what)), cancel).ConfigureAwait(false);
            return draft.Commit(inputs);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // First the space is given back, so that the message can say how much is free.
            Folders.Delete(draft.Work);
            Folders.Delete(draft.Output);
            throw new BuildFailedException(StepFailure.Describe(exception, log, store.Folder), exception);
        }
    }
}
