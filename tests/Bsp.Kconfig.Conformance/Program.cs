using System.Diagnostics;
using System.Reflection;
using Bsp.Build;
using Bsp.Build.Progress;
using Bsp.Kconfig.Conformance;
using Bsp.Kconfig.Conformance.Comparison;

try
{
    if (ConformanceOptions.Parse(args) is not { } options)
    {
        Console.WriteLine(ConformanceOptions.Help);
        return 0;
    }

    var root = typeof(ConformanceOptions).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(x => x.Key == "RepositoryRoot").Value!;
    using var stop = new CancellationTokenSource();
    Console.CancelKeyPress += (_, e) =>
    {
        e.Cancel = true;
        stop.Cancel();
    };
    var clock = Stopwatch.StartNew();
    var settings = await MachineSettings.ReadAsync(root, null, stop.Token).ConfigureAwait(false);
    using var run = new ConformanceRun(options, settings, new PlainConsole(Console.Out), Show);
    var report = await run.RunAsync(stop.Token).ConfigureAwait(false);
    foreach (var line in report.Lines())
        Console.WriteLine(line);
    if (options.Report is { } path)
    {
        await File.WriteAllTextAsync(
            path, report.ToMarkdown("dotnet run --project tests/Bsp.Kconfig.Conformance -- " + string.Join(' ', args), shownCases: 20),
            stop.Token).ConfigureAwait(false);
    }

    Console.WriteLine($"{report.Summary}; {clock.Elapsed.TotalSeconds:F0} s");
    // A run that compared nothing has shown nothing.
    return report.IsClean && report.Outcomes.Count > 0 ? 0 : 1;
}
catch (BuildFailedException exception)
{
    await Console.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
    return 2;
}
catch (OperationCanceledException)
{
    return 130;
}

// One write: cases run side by side.
static void Show(CaseOutcome outcome) => Console.Out.Write($"{outcome.Verdict}: {outcome.Case}\n{outcome.Details}\n\n");
