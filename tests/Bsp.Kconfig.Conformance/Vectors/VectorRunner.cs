using System.Collections.Concurrent;
using System.Diagnostics;
using Bsp.Build;
using Bsp.Kconfig.Conformance.Comparison;
using Bsp.Kconfig.Conformance.Contract;
using Bsp.Kconfig.Conformance.Oracle;
using Bsp.Kconfig.Conformance.SourceTrees;

namespace Bsp.Kconfig.Conformance.Vectors;

/// <summary>Runs the tests that come with a tree's conf: on conf, which proves the table, and on the engine.</summary>
/// <param name="oracles">Builds conf.</param>
/// <param name="targets">Receives what runs conf on each test.</param>
/// <param name="engine">The engine; null for conf alone.</param>
/// <param name="comparer">Compares the engine with conf.</param>
internal sealed class VectorRunner(
    OracleBuilder oracles, ConcurrentDictionary<KconfigTarget, OracleTarget> targets, IKconfigUnderTest? engine, ResultComparer comparer)
{
    /// <summary>Runs all tests of a tree; a test that the table does not know fails.</summary>
    public async Task RunAsync(OracleTree tree, string root, Action<CaseOutcome> add, CancellationToken cancel)
    {
        var tests = Path.Combine(root, "scripts/kconfig/tests");
        // BusyBox has none; U-Boot's are those of its own, older conf.
        if (!Directory.Exists(tests))
            return;
        var conf = await oracles.ConfAsync(tree, cancel).ConfigureAwait(false);
        var answers = Directory.CreateTempSubdirectory("bsp-vectors-");
        try
        {
            foreach (var folder in Directory.EnumerateFiles(tests, "Kconfig", SearchOption.AllDirectories)
                .Select(file => Path.GetDirectoryName(file)!)
                .Order(StringComparer.Ordinal))
            {
                var name = Path.GetRelativePath(tests, folder);
                var vectors = VectorTable.All.Where(vector => vector.Test == name && vector.IsIn(folder)).ToList();
                if (vectors.Count == 0)
                {
                    add(
                        new(
                            Case(tree, new(name, KconfigOperation.OldDefconfig), folder, answers: null), Verdict.Failed,
                            "the table has no such test: add what its __init__.py calls", null, TimeSpan.Zero));
                }

                foreach (var vector in vectors)
                    add(Run(new(tree, null!, conf, Path.Combine(answers.FullName, "answers")), vector, folder));
            }
        }
        finally
        {
            answers.Delete(recursive: true);
        }
    }

    private CaseOutcome Run(OracleTarget oracle, Vector vector, string folder)
    {
        var clock = Stopwatch.StartNew();
        var @case = Case(oracle.Tree, vector, folder, answers: null);
        try
        {
            var expected = oracle.Conf.Run(@case, ShellMode.Record(oracle.AnswersPath));
            var asked = clock.Elapsed;
            if (Fault(vector, expected, folder) is { Length: > 0 } fault)
                return new(@case, Verdict.Failed, "conf does not pass its own test, so the table is wrong: " + fault, asked, TimeSpan.Zero);
            @case = Case(oracle.Tree, vector, folder, ShellAnswers.Read(oracle.AnswersPath));
            targets[@case.Target] = oracle with { Target = @case.Target };
            if (engine is null || !engine.Supports(@case))
                return new(@case, Verdict.Skipped, "", asked, TimeSpan.Zero);
            clock.Restart();
            var actual = engine.Run(@case);
            var took = clock.Elapsed;
            var details = string.Join(
                "\n", new[] { Fault(vector, actual, folder), comparer.Difference(@case, expected, actual) }.Where(part => part.Length > 0));
            return new(@case, details.Length == 0 ? Verdict.Same : Verdict.Different, details, asked, took);
        }
#pragma warning disable CA1031 // Whatever an engine throws is a failed case, not the end of the run.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new(
                @case, Verdict.Failed, exception is BuildFailedException ? exception.Message : exception.ToString(), null, clock.Elapsed);
        }
    }

    private static string Fault(Vector vector, KconfigResult result, string folder)
    {
        if (result.ExitStatus != 0 != vector.Fails)
            return $"it ended with status {result.ExitStatus}:\n{System.Text.Encoding.UTF8.GetString(result.StandardError)}";
        return string.Join(
            "\n", vector.Expectations.Select(expectation => expectation.Fault(result, folder)).Where(fault => fault.Length > 0));
    }

    private static KconfigCase Case(OracleTree tree, Vector vector, string folder, IReadOnlyDictionary<string, byte[]>? answers) => new()
    {
        // The tests' own runner makes each folder a tree.
        Target = new()
        {
            Tree = tree.Name,
            Architecture = vector.Test,
            Root = folder,
            Environment = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["PATH"] = "/usr/bin:/bin",
                ["LC_ALL"] = "C.UTF-8",
                ["srctree"] = folder,
            },
            ShellAnswers = answers ?? new Dictionary<string, byte[]>(),
        },
        Name = vector.Name,
        Operation = vector.Operation,
        Input = vector.Input is { } file ? File.ReadAllBytes(Path.Combine(folder, file))
            : vector.InputText is { } text ? System.Text.Encoding.UTF8.GetBytes(text)
            : null,
        Keys = vector.Keys,
        Variables = vector.Variables,
    };
}
