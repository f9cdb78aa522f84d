using System.Diagnostics;
using System.Globalization;
using Bsp.Build.Steps;
using Spectre.Console;

namespace Bsp.Build.Progress;

/// <summary>The running steps at the bottom of the terminal, one line each; above them a line for each that is done.</summary>
public sealed class LiveConsole(IAnsiConsole console) : IBuildConsole
{
    private const string Spinner = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private static readonly TimeSpan FrameTime = TimeSpan.FromMilliseconds(120);

    private readonly Lock _lock = new();
    private readonly List<RunningStep> _running = [];
    private readonly List<string> _done = [];
    private readonly IAnsiConsole _console = console;
    private int _frame;

    /// <inheritdoc/>
    public IDisposable Begin() => new Display(this);

    /// <inheritdoc/>
    public void Started(Step step)
    {
        lock (_lock)
            _running.Add(new(step));
    }

    /// <inheritdoc/>
    public void Report(Step step, string what)
    {
        lock (_lock)
            _running.Find(running => running.Step == step)?.What = what;
    }

    /// <inheritdoc/>
    public void Finished(Step step, bool fromStore, TimeSpan took) => Done(step, fromStore
        ? $"[green]✓[/] {Markup.Escape(step.Name)} [grey]from the store[/]"
        : $"[green]✓[/] {Markup.Escape(step.Name)} [grey]{Seconds(took)}[/]");

    /// <inheritdoc/>
    public void Failed(Step step, string message) => Done(step, $"[red]✗ {Markup.Escape(step.Name)}[/] {Markup.Escape(message)}");

    /// <inheritdoc/>
    public void Note(string line) => Done(null, Markup.Escape(line));

    private static string Seconds(TimeSpan time) =>
        time.TotalSeconds.ToString(time.TotalSeconds < 10 ? "F1" : "F0", CultureInfo.InvariantCulture) + " s";

    private void Done(Step? step, string markup)
    {
        lock (_lock)
        {
            _running.RemoveAll(running => running.Step == step);
            _done.Add(markup);
        }
    }

    private void WriteDone()
    {
        lock (_lock)
        {
            // With its line break in one call: the display is drawn again after each.
            foreach (var line in _done)
                _console.MarkupLine(line);

            _done.Clear();
        }
    }

    private Rows Frame()
    {
        var spinner = Spinner[_frame++ % Spinner.Length];
        lock (_lock)
            return new(_running.Select(running => running.Line(spinner)));
    }

    /// <summary>Holds the terminal's last lines during one run, and leaves the finished ones on it.</summary>
    private sealed class Display : IDisposable
    {
        private readonly CancellationTokenSource _end = new();
        private readonly LiveConsole _owner;
        private readonly Task _loop;

        public Display(LiveConsole owner)
        {
            _owner = owner;
            _loop = Task.Run(LoopAsync);
        }

        public void Dispose()
        {
            _end.Cancel();
            _loop.GetAwaiter().GetResult();
            _end.Dispose();
            _owner.WriteDone();
        }

        private Task LoopAsync() => _owner._console.Live(new Text("")).AutoClear(true).StartAsync(async context =>
        {
            while (!_end.IsCancellationRequested)
            {
                _owner.WriteDone();
                context.UpdateTarget(_owner.Frame());
                await Task.Delay(FrameTime, _end.Token).ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
            }
        });
    }

    private sealed record RunningStep(Step Step)
    {
        private readonly Stopwatch _clock = Stopwatch.StartNew();

        public string What { get; set; } = "";

        // One line each, whatever the terminal's width: the display counts lines.
        public Markup Line(char spinner) =>
            new Markup($"[blue]{spinner}[/] {Markup.Escape(Step.Name)} [grey]{Seconds(_clock.Elapsed)}  {Markup.Escape(What)}[/]")
            {
                Overflow = Overflow.Ellipsis,
            };
    }
}
