using System.Diagnostics;
using System.Reflection;
using Bsp.Build;
using Bsp.Build.Progress;
using Bsp.Build.Sources;
using Bsp.Build.Steps;
using Bsp.Build.Storage;
using Bsp.DeviceTrees;
using Bsp.DeviceTrees.Bindings;
using Bsp.Firmware.Kernel;

namespace Bsp.DeviceTree.Bindings.Conformance;

/// <summary>What came of a tree.</summary>
/// <param name="Name">Its source.</param>
/// <param name="Same">How many findings both have.</param>
/// <param name="OnlyHere">What dt-validate does not find.</param>
/// <param name="OnlyThere">What dt-validate finds, and we do not.</param>
/// <param name="Fault">Why there is nothing to compare; null where there is.</param>
internal sealed record TreeOutcome(
    string Name, int Same, IReadOnlyList<Verdict> OnlyHere, IReadOnlyList<Verdict> OnlyThere, string? Fault = null)
{
    /// <summary>Whether all findings are the same.</summary>
    public bool IsSame => IsCompared && OnlyHere.Count == 0 && OnlyThere.Count == 0;

    /// <summary>Whether there is something to compare.</summary>
    public bool IsCompared => Fault is null;
}

/// <summary>Compares findings in trees of a kernel with those of Debian's dt-schema.</summary>
internal sealed class ConformanceRun
{
    private readonly SchemaRelease _release;
    private readonly KernelTrees _trees;
    private readonly DtSchema _oracle;
    private readonly IReadOnlyList<(string Name, DeviceTrees.DeviceTree Tree)> _shipped;

    private ConformanceRun(
        SchemaRelease release, string source, PythonProgram python,
        IReadOnlyList<(string Name, DeviceTrees.DeviceTree Tree)> shipped, string cache)
    {
        (_release, _trees, _shipped) = (release, new(source), shipped);
        _oracle = new(python, release.Rules.Version, _trees.Bindings, cache);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var prepared = BindingsPreparation.Prepare(_trees.Bindings, python.Core);
        if (prepared.Bindings.Rules != release.Rules)
            throw new BuildFailedException($"'{python.Core}' is of the rules of dt-schema {prepared.Bindings.Rules}, not {release.Rules}");
        (Messages, Preparation) = (prepared.Messages, Process.GetCurrentProcess().TotalProcessorTime - before);
        // By way of the file, which is what boards are checked with.
        Bindings = DeviceTrees.Bindings.Bindings.Read(prepared.Bindings.ToBytes());
        Validator = new(Bindings);
    }

    /// <summary>The kernel's bindings.</summary>
    public DeviceTrees.Bindings.Bindings Bindings { get; }

    /// <summary>Checks trees against the kernel's bindings.</summary>
    public BindingValidator Validator { get; }

    /// <summary>What the preparation left out.</summary>
    public IReadOnlyList<string> Messages { get; }

    /// <summary>The processor time of the preparation.</summary>
    public TimeSpan Preparation { get; }

    /// <summary>The processor time of checking all that was compared so far.</summary>
    public TimeSpan Validation { get; private set; }

    /// <summary>Prepares a run.</summary>
    /// <param name="release">What is compared.</param>
    /// <param name="console">Shows how it goes on.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<ConformanceRun> CreateAsync(SchemaRelease release, IBuildConsole console, CancellationToken cancel)
    {
        var root = typeof(ConformanceRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(x => x.Key == "RepositoryRoot").Value!;
        var settings = await MachineSettings.ReadAsync(root, null, cancel).ConfigureAwait(false);
        using var runner = new StepRunner(new Store(settings.CacheFolder), settings, console);
        var sources = LockFile.Load(root);
        var kernel = new KernelSourceStep(new FetchStep(sources, release.Kernel));
        var schema = new FetchStep(sources, "dt-schema-" + release.Rules.Version);
        var python = release.Rules == SchemaRules.V2022
            ? null
            : new PythonStep(new FetchStep(sources, sources.NewestOf("python")), schema);
        var shipped = release.HasShippedBoards
            ? ShippedTrees.Steps(release.Kernel, kernel, new BindingsStep(kernel, new PackagesStep(schema)))
            : [];
        var built =
            await runner.RunAsync([kernel, .. python is null ? Array.Empty<Step>() : [python], .. shipped], cancel).ConfigureAwait(false);
        return new(
            release, built[kernel], python is null ? PythonProgram.OfHost() : PythonProgram.In(built[python]),
            [.. shipped.Select(step => (step.Name, ShippedTrees.Read(built[step])))], settings.CacheFolder);
    }

    /// <summary>Compares boards of arm64: those that are named, and a sample of all.</summary>
    /// <param name="count">How many the sample has.</param>
    public IReadOnlyList<TreeOutcome> Boards(int count) =>
        CompareSources([.. _release.Boards.Select(KernelTrees.PathOf).Concat(_trees.Boards(count)).Distinct(StringComparer.Ordinal)]);

    /// <summary>Compares the trees of the repository's own boards.</summary>
    public IReadOnlyList<TreeOutcome> Shipped() => Compare(_shipped);

    /// <summary>Compares the examples of all bindings.</summary>
    public IReadOnlyList<TreeOutcome> Examples()
    {
        var folder = _oracle.Examples();
        return CompareSources([.. Directory.GetFiles(folder, "*.dts", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]);
    }

    private List<TreeOutcome> CompareSources(IReadOnlyList<string> names)
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

        outcomes.AddRange(Compare(trees));
        return outcomes;
    }

    private IReadOnlyList<TreeOutcome> Compare(IReadOnlyList<(string Name, DeviceTrees.DeviceTree Tree)> trees)
    {
        var expected = _oracle.Validate([.. trees.Select(tree => BlobWriter.Write(tree.Tree))]);
        return [.. trees.Select((tree, i) => Compare(tree.Name, tree.Tree, expected[i]))];
    }

    private TreeOutcome Compare(string name, DeviceTrees.DeviceTree tree, Func<IReadOnlyList<Verdict>> expected)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var here = Validator.Validate(tree).Select(finding => Verdict.Of(finding, _release.Rules)).ToList();
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
