using System.Diagnostics;
using System.Globalization;
using System.Text;
using Bsp.Cli.Differences;
using Bsp.Cli.Reports;
using Bsp.Kconfig;

namespace Bsp.Cli.Menus;

/// <summary>Searches the fewest changes with which a symbol has a value, shows all that they change, and makes them.</summary>
/// <param name="screen">Where it is shown.</param>
/// <param name="session">The configuration.</param>
internal sealed class FixPage(Screen screen, MenuSession session)
{
    private const int MaximumLines = 200;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan FirstTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongTime = TimeSpan.FromSeconds(60);
    private readonly Dialogs _dialogs = new(screen);

    private string Prefix => session.Tree.Dialect.Prefix;

    /// <summary>Searches a fix, and applies it when the user agrees.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="wanted">Its value; null for one that the user is asked for.</param>
    /// <returns>Whether the configuration has changed.</returns>
    public bool Find(Symbol symbol, Tristate? wanted)
    {
        var value = wanted?.Text() ?? _dialogs.Ask(
            $"The value of {Prefix}{symbol}", "What it should be.", session.Configuration.ValueOf(symbol), isReplaced: true);
        if (value is null)
            return false;
        if (!session.Configuration.Copy().Assign(symbol, value))
        {
            _dialogs.Read("No such value", $"'{value}' is not a value of {Prefix}{symbol}: it takes {TypeOf(symbol)}.");
            return false;
        }

        var goal = new Assignment(symbol, value);
        for (var time = FirstTime; ; time = LongTime)
        {
            var answer = Search(goal, time);
            switch (answer?.Outcome)
            {
                case FixOutcome.Found:
                    return Offer(goal, answer);
                case FixOutcome.None:
                    _dialogs.Read($"{Prefix}{goal}", $"{Sentence(answer)}. It is proved.\n\n{Why(symbol)}");
                    return false;
                default:
                    var said = answer is null ? "The search was stopped" : Sentence(answer);
                    if (new TextPage(
                        screen, $"{Prefix}{goal}", $"{said}. Whether there is one is not known.\n\n{Why(symbol)}",
                        new("Back", ""), new("Search for a minute", "s")).Show() != 1)
                        return false;
                    break;
            }
        }
    }

    /// <summary>Searches while the screen says so.</summary>
    /// <returns>Null when the user has stopped it.</returns>
    private FixAnswer? Search(Assignment goal, TimeSpan time)
    {
        using var stop = new CancellationTokenSource();
        var search = new FixSearch(session.Configuration.Copy()) { TimeLimit = time, Cancellation = stop.Token };
        List<Request> kept = [.. session.Given.Where(IsKept).Select(given => Request(given, session.Configuration.ValueOf(given)))];
        var task = Task.Run(() => search.Find([Request(goal.Symbol, goal.Value)], kept)!);
        var clock = Stopwatch.StartNew();
        // Most are found before anybody could read that they are being looked for.
        while (!task.Wait(stop.IsCancellationRequested ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(20)))
        {
            var input = screen.Read(
                () => new()
                {
                    Path = $"{Prefix}{goal}",
                    Hints = ("Esc stops.", ""),
                    Body =
                    [
                        new(""),
                        new(string.Create(
                            CultureInfo.InvariantCulture,
                            $"  Searching the fewest changes that give it: {clock.Elapsed.TotalSeconds:0.0} of {time.TotalSeconds:0} s")),
                    ],
                    Buttons = ["Stop"],
                },
                Tick);
            if (input.Key is ConsoleKey.Escape or ConsoleKey.Enter || input.IsQuit || screen.IsButton(input))
                stop.Cancel();
        }

        return stop.IsCancellationRequested && task.Result.Outcome == FixOutcome.NotFound ? null : task.Result;

        // Of a choice, that one member is on says that the others are off.
        bool IsKept(Symbol given) =>
            given != goal.Symbol && !(given.Choice is not null && session.Configuration.TristateOf(given) == Tristate.No);
    }

    private bool Offer(Assignment goal, FixAnswer answer)
    {
        List<Assignment> lines = [.. answer.Further, goal];
        var after = MenuSession.Assigned(session.Configuration.Copy(), lines);
        if (!new RequestCheck(after).Holds(goal.Symbol, goal.Value))
        {
            _dialogs.Read($"{Prefix}{goal}", "What was found gives it in a file, but not here. Nothing has changed.");
            return false;
        }

        var said = PrintableText.Lines(Description(goal, answer, MenuValues.Of(after)));
        if (new TextPage(screen, $"{Prefix}{goal}", said, new("Apply", "ay"), new("Back", "n"))
            {
                Hint = "Enter applies it, U takes it back later, Esc goes back without.",
            }.Show() != 0)
            return false;
        session.Assign($"the fix for {goal}", lines);
        screen.Notice = $"{Prefix}{goal} holds now; U takes it back, C shows what changed";
        return true;
    }

    private string Description(Assignment goal, FixAnswer answer, MenuValues after)
    {
        var text = new StringBuilder($"{Sentence(answer)}.\n");
        if (!answer.IsSmallest)
            text.Append("It is not proved that fewer changes would not do.\n");
        var lines = answer.Further.Select(Symbol? (line) => line.Symbol).Append(goal.Symbol).ToHashSet();
        List<(Symbol? Symbol, ValueChange Change)> changes = [.. session.Values.ChangesTo(after)];
        Append("It changes:", changes.Where(change => lines.Contains(change.Symbol)));
        Append("It costs, turned off or down:", changes.Where(change => !lines.Contains(change.Symbol) && IsLoss(change.Change)));
        Append("From that follows:", changes.Where(change => !lines.Contains(change.Symbol) && !IsLoss(change.Change)));
        return text.ToString();

        void Append(string title, IEnumerable<(Symbol? Symbol, ValueChange Change)> some)
        {
            // What people know comes first.
            var all = some.OrderByDescending(change => change.Symbol!.HasPrompt).ToList();
            if (all.Count == 0)
                return;
            text.Append($"\n{title}\n");
            foreach (var line in ChangeLines.Of([.. all.Take(MaximumLines)], screen.Width - 6))
                text.Append($"  {line}\n");
            if (all.Count > MaximumLines)
                text.Append(CultureInfo.InvariantCulture, $"  and {all.Count - MaximumLines} more\n");
        }
    }

    private static bool IsLoss(ValueChange change) =>
        change.New is null or "n" || (change.Old, change.New) is ("y", "m");

    private string Sentence(FixAnswer answer)
    {
        var text = answer.Text(Prefix);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private string Why(Symbol symbol) => PrintableText.Lines(new ValueExplanation(session.Configuration).Of(symbol));

    private static Request Request(Symbol symbol, string value) => new(symbol.Name!, value, new("", 0, 0));

    private static string TypeOf(Symbol symbol) => symbol.Type switch
    {
        SymbolType.Int => "a decimal number",
        SymbolType.Hex => "a hexadecimal number",
        _ => "a text",
    };
}
