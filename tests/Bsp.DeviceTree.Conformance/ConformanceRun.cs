using System.Collections.Concurrent;
using Bsp.Build.Progress;

namespace Bsp.DeviceTree.Conformance;

/// <summary>Makes the blobs of kernels again, all in one process, and compares them with those of the kernels' builds.</summary>
/// <param name="filter">What names of blobs have to have in them.</param>
/// <param name="jobs">How many are made at a time.</param>
internal sealed class ConformanceRun(string filter, int jobs)
{
    /// <summary>Compares all of an architecture.</summary>
    /// <param name="tree">The kernel's name in the lock file.</param>
    /// <param name="architecture">The kernel's name of the architecture.</param>
    /// <param name="console">Shows how the kernel's build goes on.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IReadOnlyList<BlobOutcome>> RunAsync(
        string tree, string architecture, IBuildConsole console, CancellationToken cancel)
    {
        var kernel = await KernelBlobs.MakeAsync(tree, architecture, console, cancel).ConfigureAwait(false);
        return Compare(kernel.Source, kernel.Blobs, cancel);
    }

    /// <summary>Compares what a kernel's build left.</summary>
    /// <param name="source">The kernel's source.</param>
    /// <param name="expected">The blobs and <c>.cmd</c> files.</param>
    /// <param name="cancel">Stops it.</param>
    public IReadOnlyList<BlobOutcome> Compare(string source, string expected, CancellationToken cancel)
    {
        var comparison = new BlobComparison(source, expected);
        var outcomes = new ConcurrentBag<BlobOutcome>();
        Parallel.ForEach(
            comparison.Commands().Where(command => command.Target.Contains(filter, StringComparison.Ordinal)),
            new() { MaxDegreeOfParallelism = jobs, CancellationToken = cancel },
            command => outcomes.Add(comparison.Compare(command)));
        return [.. outcomes.OrderBy(outcome => outcome.Target, StringComparer.Ordinal)];
    }
}
