using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;

namespace Bsp.Cli.Terminals;

/// <summary>The terminal that this process runs in. However the process ends, what it showed before comes back.</summary>
internal sealed class Terminal : ITerminal, IDisposable
{
    // The alternate screen, without a cursor; a report for each button of the mouse, in the form that has no limit (xterm's ctlseqs).
    private const string EnterScreen = "\u001b[?1049h\u001b[?25l";
    // The last two take back what the runtime does with the keypad where it first writes to a terminal.
    private const string LeaveScreen = "\u001b[?25h\u001b[?1049l\u001b[?1l\u001b>";
    private const string EnterMouse = "\u001b[?1000h\u001b[?1006h";
    private const string LeaveMouse = "\u001b[?1006l\u001b[?1000l";

    // The bytes of a key come together; on slow lines with gaps.
    private static readonly TimeSpan SequenceGap = TimeSpan.FromMilliseconds(50);

    // The kernel's menuconfig asks for Escape twice: who is used to that goes back one step, not two.
    private static readonly TimeSpan SecondEscape = TimeSpan.FromMilliseconds(200);
    private static readonly PosixSignal[] Ends = [PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGINT, PosixSignal.SIGQUIT];
    private const long LongAgo = -1_000_000;
    private readonly TerminalDevice _device = new();
    private readonly BlockingCollection<byte[]?> _arrived = [];
    private readonly InputDecoder _decoder = new();
    private readonly List<PosixSignalRegistration> _signals = [];
    private readonly Lock _state = new();
    private readonly string _enter;
    private readonly string _leave;
    private bool _isEntered;
    private long _escapedAt = LongAgo;

    /// <summary>Takes over the terminal; what it shows stays until the first text is written.</summary>
    /// <param name="host">Knows what the terminal is.</param>
    /// <param name="hasMouse">Whether clicks are reported. Selecting text with the mouse needs Shift then.</param>
    /// <exception cref="CliException">There is none, or it cannot place text.</exception>
    public Terminal(CliHost host, bool hasMouse)
    {
        Require(host);
        (_enter, _leave) = hasMouse ? (EnterScreen + EnterMouse, LeaveMouse + LeaveScreen) : (EnterScreen, LeaveScreen);
        // An empty array stands for a new size, and none at all for the end.
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => _arrived.Add([])));
        foreach (var end in Ends)
            _signals.Add(PosixSignalRegistration.Create(end, _ => Leave()));
        // Neither a fault in the program nor a runtime that ends itself runs the code that disposes.
        AppDomain.CurrentDomain.UnhandledException += OnEnd;
        AppDomain.CurrentDomain.ProcessExit += OnEnd;
        new Thread(Receive) { IsBackground = true }.Start();
    }

    /// <inheritdoc/>
    public (int Width, int Height) Size => TerminalDevice.Size;

    /// <summary>Whether there is a terminal to take.</summary>
    /// <exception cref="CliException">There is none, or it cannot place text.</exception>
    public static void Require(CliHost host)
    {
        if (!host.IsTerminal())
        {
            throw new CliException(
                "menuconfig needs a terminal; 'bsp kconfig merge' and 'bsp kconfig fix' change configurations without one");
        }

        if (host.Variable("TERM") is null or "" or "dumb")
            throw new CliException("menuconfig needs a terminal that can place text; TERM says that this one cannot");
    }

    /// <inheritdoc/>
    public Input Read(TimeSpan patience)
    {
        while (true)
        {
            var next = _decoder.Next(isAll: false);
            if (next is null && _arrived.TryTake(out var bytes, _decoder.HasBytes ? SequenceGap : patience))
            {
                if (bytes is null)
                    throw new IOException("the terminal is gone");
                if (bytes.Length == 0)
                    return new(InputKind.Resized);
                _decoder.Add(bytes);
                continue;
            }

            // Nothing has come in time: what there is, is all.
            next ??= _decoder.Next(isAll: true);
            if (next is not { } input)
                return new(InputKind.None);
            if (!IsSecondEscape(input))
                return input.Control == 'Z' ? Stopped() : input;
        }
    }

    /// <inheritdoc/>
    public void Write(string text)
    {
        lock (_state)
        {
            if (!_isEntered)
                Enter();
            _device.Write(Encoding.UTF8.GetBytes(text));
        }
    }

    /// <summary>Gives the terminal back.</summary>
    public void Dispose()
    {
        Leave();
        AppDomain.CurrentDomain.UnhandledException -= OnEnd;
        AppDomain.CurrentDomain.ProcessExit -= OnEnd;
        foreach (var signal in _signals)
            signal.Dispose();
        _device.Dispose();
    }

    private void Enter()
    {
        _device.MakeRaw();
        _device.Write(Encoding.UTF8.GetBytes(_enter));
        _isEntered = true;
    }

    private void Leave()
    {
        lock (_state)
        {
            if (!_isEntered)
                return;
            _isEntered = false;
            try
            {
                _device.Write(Encoding.UTF8.GetBytes(_leave));
            }
            catch (IOException)
            {
                // It is gone.
            }

            _device.Restore();
        }
    }

    private void OnEnd(object? sender, EventArgs e) => Leave();

    private Input Stopped()
    {
        Leave();
        TerminalDevice.Stop();
        lock (_state)
            Enter();
        return new(InputKind.Resized);
    }

    private bool IsSecondEscape(Input input)
    {
        var now = Environment.TickCount64;
        var isSecond = input.Key == ConsoleKey.Escape && now - _escapedAt < SecondEscape.TotalMilliseconds;
        // A third one is the first of another two.
        _escapedAt = input.Key == ConsoleKey.Escape && !isSecond ? now : LongAgo;
        return isSecond;
    }

    private void Receive()
    {
        var buffer = new byte[4096];
        try
        {
            int count;
            while ((count = _device.Read(buffer)) > 0)
                _arrived.Add(buffer[..count]);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The terminal is gone, or is not read any more.
        }

        _arrived.Add(null);
    }
}
