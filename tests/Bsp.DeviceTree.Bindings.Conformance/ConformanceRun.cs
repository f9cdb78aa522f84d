using System.Diagnostics;
using System.Reflection;
using Bsp.DeviceTrees;
using Bsp.DeviceTrees.Bindings;
using Bsp.Firmware.Kernel;
using Bsp.Firmware.Progress;
using Bsp.Firmware.Results;
using Bsp.Firmware.Sources;
using Bsp.Firmware.Steps;
using Bsp.Firmware.Storage;

namespace Bsp.DeviceTree.Bindings.Conformance;

/// <summary>What came of a tree.</summary>
/// <param name="Name">Its source.</param>
/// <param name="Same">How many findings both have.</param>
/// <param name="OnlyHere">What dt-validate does not find.</param>
/// <param name="OnlyThere">What dt-validate finds, and we do not.</param>
/// <param name="Fault">Why there is nothing to compare; null where there is.</param>
internal sealed record TreeOutcome(string Name, int Same, IReadOnlyList<Verdict> OnlyHere, IReadOnlyList<Verdict> OnlyThere, string? Fault = null)
{
    /// <summary>Whether all findings are the same.</summary>
    public bool IsSame => OnlyHere.Count == 0 && OnlyThere.Count == 0 && Fault is null;
}

/// <summary>Compares findings in trees of a kernel with those of Debian's dt-schema.</summary>
internal sealed class ConformanceRun
{
    private readonly KernelTrees _trees;
    private readonly DtSchema _oracle;
    private readonly BindingValidator _validator;

    private ConformanceRun(string source, string cache)
    {
        _trees = new(source);
        _oracle = new(_trees.Bindings, cache);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var prepared = BindingsPreparation.Prepare(_trees.Bindings, DtSchema.Core);
        (Messages, Preparation) = (prepared.Messages, Process.GetCurrentProcess().TotalProcessorTime - before);
        // By way of the file, which is what boards are checked with.
        Bindings = DeviceTrees.Bindings.Bindings.Read(prepared.Bindings.ToBytes());
        _validator = new(Bindings);
    }

    /// <summary>The kernel's bindings.</summary>
    public DeviceTrees.Bindings.Bindings Bindings { get; }

    /// <summary>What the preparation left out.</summary>
    public IReadOnlyList<string> Messages { get; }

    /// <summary>The processor time of the preparation.</summary>
    public TimeSpan Preparation { get; }

    /// <summary>The processor time of checking all that was compared so far.</summary>
    public TimeSpan Validation { get; private set; }

    /// <summary>Prepares a run.</summary>
    /// <param name="kernel">The kernel's name in the lock file.</param>
    /// <param name="console">Is told how it goes on.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<ConformanceRun> CreateAsync(string kernel, IBuildConsole console, CancellationToken cancel)
    {
        var root = typeof(ConformanceRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(x => x.Key == "RepositoryRoot").Value!;
        var settings = await SettingsOfMachine.ReadAsync(root, null, cancel).ConfigureAwait(false);
        using var runner = new StepRunner(new Store(settings.CacheFolder), settings, console);
        var source = new KernelSourceStep(new FetchStep(LockFile.Load(root), kernel));
        var built = await runner.RunAsync([source], cancel).ConfigureAwait(false);
        return new(built[source], settings.CacheFolder);
    }

    /// <summary>Compares boards of arm64.</summary>
    public IReadOnlyList<TreeOutcome> Boards(int count) => Compare(_trees.Boards(count));

    /// <summary>Compares the examples of all bindings.</summary>
    public IReadOnlyList<TreeOutcome> Examples()
    {
        var folder = _oracle.Examples();
        return Compare([.. Directory.GetFiles(folder, "*.dts", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]);
    }

    private List<TreeOutcome> Compare(IReadOnlyList<string> names)
    {
        var (outcomes, trees) = (new List<TreeOutcome>(), new List<(string Name, DeviceTrees.DeviceTree Tree)>());
        foreach (var name in names)
        {
            try
            {
                trees.Add((name, _trees.Compile(name)));
            }
            catch (FormatException exception)
            {
                outcomes.Add(new(name, 0, [], [], exception.Message));
            }
        }

        var expected = _oracle.Validate([.. trees.Select(tree => BlobWriter.Write(tree.Tree))]);
        outcomes.AddRange(trees.Select((tree, i) => Compare(tree.Name, tree.Tree, expected[i])));
        return outcomes;
    }

    private TreeOutcome Compare(string name, DeviceTrees.DeviceTree tree, Func<IReadOnlyList<Verdict>> expected)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var here = _validator.Validate(tree).Select(Verdict.Of).ToList();
        Validation += Process.GetCurrentProcess().TotalProcessorTime - before;
        try
        {
            var there = expected().ToList();
            var onlyHere = here.Where(verdict => !there.Remove(verdict)).ToList();
            return new(name, here.Count - onlyHere.Count, onlyHere, there);
        }
        catch (FormatException exception)
        {
            return new(name, 0, [], [], exception.Message);
        }
    }
}
