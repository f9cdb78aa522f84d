using System.Text.RegularExpressions;
using Bsp.Cli.Menus;
using Bsp.Cli.SourceTrees;
using Bsp.Cli.Terminals;

namespace Bsp.Cli.Tests.Menus;

/// <summary>A user of the menus who types and clicks at random, and saves in the end.</summary>
/// <param name="seed">Chooses the keys.</param>
/// <param name="count">How many keys, before he leaves.</param>
internal sealed partial class RandomSession(int seed, int count) : ITerminal
{
    private const int MostInTheEnd = 10_000;
    private const string Letters = "yyyymmmmnnn   yyymmmnnyymmzURCfbgs?/1234589abct\u00e4";
    private static readonly ConsoleKey[] Keys =
    [
        ConsoleKey.UpArrow, ConsoleKey.DownArrow, ConsoleKey.DownArrow, ConsoleKey.DownArrow, ConsoleKey.Enter, ConsoleKey.Enter,
        ConsoleKey.Enter, ConsoleKey.Escape, ConsoleKey.LeftArrow, ConsoleKey.RightArrow, ConsoleKey.PageDown, ConsoleKey.End,
        ConsoleKey.Home, ConsoleKey.Backspace, ConsoleKey.F4, ConsoleKey.F8, ConsoleKey.F2,
    ];

    private readonly Random _random = new(seed);
    private int _typed;

    /// <summary>Control characters that have reached the terminal and are no sequence of the menus; empty for none.</summary>
    public string Raw { get; private set; } = "";

    /// <inheritdoc/>
    public (int Width, int Height) Size { get; private set; } = (80, 24);

    /// <summary>Runs it.</summary>
    /// <param name="host">Knows where relative paths begin.</param>
    /// <param name="request">The tree.</param>
    /// <param name="name">The file to begin with; it may be missing.</param>
    /// <returns>The session, and whether its configuration is in its file now.</returns>
    public (MenuSession Session, bool IsSaved) Run(CliHost host, SourceTreeRequest request, string name)
    {
        using var messages = new StringWriter();
        var workspace = Workspace.Load(host with { Error = messages }, request);
        var files = new MenuFiles(host, workspace, messages);
        var (file, configuration) = File.Exists(host.Absolute(name)) ? files.Load(name) : files.New(name);
        var session = new MenuSession(file, configuration);
        var said = "";
        // Who leaves early comes back.
        while (_typed <= count)
            said = new MenuEditor(this, files, session, workspace.Helps).Run("");
        return (session, !said.Contains("NOT", StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public Input Read(TimeSpan patience)
    {
        // A search goes on; now and then it is stopped.
        if (patience != Timeout.InfiniteTimeSpan && _random.Next(50) > 0)
        {
            Thread.Sleep(1);
            return new(InputKind.None);
        }

        _typed++;
        if (_typed > count + MostInTheEnd)
            throw new InvalidOperationException("the menus cannot be left");
        if (_typed > count)
        {
            Size = (80, 24);
            return _random.Next(2) == 0 ? Input.Quit : Input.Of("y");
        }

        switch (_random.Next(20))
        {
            case 0:
                Size = (_random.Next(20, 140), _random.Next(4, 50));
                return new(InputKind.Resized);
            case 1 or 2:
                var kind = (InputKind)_random.Next((int)InputKind.Click, (int)InputKind.WheelDown + 1);
                return new(kind) { Column = _random.Next(Size.Width), Row = _random.Next(Size.Height) };
            case < 11:
                return Input.Of(Letters[_random.Next(Letters.Length)].ToString());
            default:
                return Input.Of(Keys[_random.Next(Keys.Length)]);
        }
    }

    /// <inheritdoc/>
    public void Write(string text) =>
        Raw += string.Concat(Sequence().Replace(text, "").Replace("\r\n", "", StringComparison.Ordinal).Where(char.IsControl));

    // What the menus themselves use: places, looks, and erasing.
    [GeneratedRegex("\u001b\\[[0-9;]*[HJKm]")]
    private static partial Regex Sequence();
}
