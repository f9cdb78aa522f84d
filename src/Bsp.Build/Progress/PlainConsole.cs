using System.Diagnostics;
using System.Globalization;
using Bsp.Build.Steps;

namespace Bsp.Build.Progress;

/// <summary>One line an event, for logs and pipes: <c>[12s] kernel qemu-aarch64: CC drivers/net/tun.o</c>.</summary>
public sealed class PlainConsole(TextWriter output) : IBuildConsole
{
    // A line for every compiled file would bury the rest.
    private static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Dictionary<Step, TimeSpan> _reported = [];

    /// <inheritdoc/>
    public void Started(Step step) => Write(step.Name + ": started");

    /// <inheritdoc/>
    public void Report(Step step, string what)
    {
        lock (_lock)
        {
            if (_reported.TryGetValue(step, out var last) && _clock.Elapsed - last < ReportInterval)
                return;
            _reported[step] = _clock.Elapsed;
        }

        Write(step.Name + ": " + what);
    }

    /// <inheritdoc/>
    public void Finished(Step step, bool fromStore, TimeSpan took) =>
        Write(
            step.Name
                + (fromStore ? ": from the store" : ": made in " + took.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture) + " s"));

    /// <inheritdoc/>
    public void Failed(Step step, string message) => Write(step.Name + ": FAILED: " + message);

    /// <inheritdoc/>
    public void Note(string line) => Write(line);

    private void Write(string line)
    {
        lock (_lock)
            output.WriteLine("[" + ((int)_clock.Elapsed.TotalSeconds).ToString(CultureInfo.InvariantCulture) + "s] " + line);
    }
}
