using System.Diagnostics;
using System.Globalization;
using System.Text;
using Bsp.Build;
using Bsp.Kconfig.Conformance.Comparison;
using Bsp.Kconfig.Conformance.Contract;
using Bsp.Kconfig.Conformance.Engines;
using Bsp.Kconfig.Conformance.Oracle;
using Bsp.Kconfig.Conformance.SourceTrees;

namespace Bsp.Kconfig.Conformance.RandomTrees;

/// <summary>Compares an engine with a tree's conf on small random Kconfig files, messages and all.</summary>
/// <param name="tree">Whose conf it is.</param>
/// <param name="conf">The conf.</param>
/// <param name="engine">The engine.</param>
/// <param name="limit">How many differing lines are shown.</param>
/// <param name="seed">Chooses the files.</param>
internal sealed class RandomTreeRunner(OracleTree tree, Oracle.Conf conf, IKconfigUnderTest engine, int limit, int seed)
{
    private static readonly KconfigOperation[] Operations =
    [
        KconfigOperation.OldDefconfig, KconfigOperation.Defconfig, KconfigOperation.SaveDefconfig, KconfigOperation.AllNoConfig,
        KconfigOperation.AllYesConfig, KconfigOperation.AllModConfig, KconfigOperation.AllDefConfig,
    ];

    // The status of a program that a signal has ended is larger.
    private const int FirstSignal = 128;

    private readonly ResultComparer _comparer = new(limit, messages: true);

    /// <summary>Compares on the files of a number.</summary>
    public IReadOnlyList<CaseOutcome> Run(int number)
    {
        var folder = Directory.CreateTempSubdirectory("bsp-random-tree-");
        try
        {
            var target = new KconfigTarget
            {
                Tree = tree.Name,
                Architecture = "random",
                Root = folder.FullName,
                RootFile = tree.Kind.RootFile,
                Environment = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["PATH"] = "/usr/bin:/bin",
                    ["LC_ALL"] = "C.UTF-8",
                    ["srctree"] = folder.FullName,
                    ["KERNELVERSION"] = "1.0",
                },
                ShellAnswers = new Dictionary<string, byte[]>(),
            };
            var maker = new RandomKconfig(new(unchecked((seed * 1_000_003) + number)), BspKconfig.DialectOf(target.Tree)!);
            var kconfig = maker.Write();
            File.WriteAllText(Path.Combine(folder.FullName, tree.Kind.RootFile), kconfig);
            var config = maker.Configuration();
            return [.. Operations.Select(operation => Compare(target, operation, number, kconfig, config)).OfType<CaseOutcome>()];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private CaseOutcome? Compare(KconfigTarget target, KconfigOperation operation, int number, string kconfig, string config)
    {
        var @case = new KconfigCase
        {
            Target = target,
            Name = "random tree " + number.ToString(CultureInfo.InvariantCulture),
            Operation = operation,
            Input = Encoding.UTF8.GetBytes(config),
        };
        if (tree.Kind.ConfArguments(@case) is null || !engine.Supports(@case))
            return null;
        var clock = Stopwatch.StartNew();
        try
        {
            var expected = conf.Run(@case, ShellMode.Real);
            var asked = clock.Elapsed;
            // Some old conf does not survive every circle.
            if (expected.ExitStatus > FirstSignal)
                return new(@case, Verdict.Skipped, "", asked, TimeSpan.Zero);
            clock.Restart();
            var actual = engine.Run(@case);
            var took = clock.Elapsed;
            var difference = _comparer.Difference(@case, expected, actual);
            return difference.Length == 0
                ? new(@case, Verdict.Same, "", asked, took)
                : new(@case, Verdict.Different, $"{kconfig}\n--- .config\n{config}\n{difference}", asked, took);
        }
#pragma warning disable CA1031 // Whatever an engine throws is a failed case, not the end of the run.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var reason = exception is BuildFailedException ? exception.Message : exception.ToString();
            return new(@case, Verdict.Failed, kconfig + config + reason, null, clock.Elapsed);
        }
    }
}
