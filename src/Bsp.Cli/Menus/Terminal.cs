using System.Runtime.InteropServices;
using System.Text;

namespace Bsp.Cli.Menus;

/// <summary>The terminal that this process runs in. What it showed before comes back at the end.</summary>
internal sealed class Terminal : ITerminal, IDisposable
{
    private const string EnterScreen = "\u001b[?1049h\u001b[?25l";
    private const string LeaveScreen = "\u001b[?25h\u001b[?1049l";
    private readonly Stream _output = Console.OpenStandardOutput();
    private readonly PosixSignalRegistration _resize;
    private readonly PosixSignalRegistration _terminate;

    /// <summary>Takes over the terminal.</summary>
    /// <exception cref="CliException">There is none, or it cannot place text.</exception>
    public Terminal(CliHost host)
    {
        Require(host);
        Console.TreatControlCAsInput = true;
        _resize = PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => Resized?.Invoke());
        // Whoever ends the process should find the terminal as it was.
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Write(LeaveScreen));
        Write(EnterScreen);
    }

    /// <inheritdoc/>
    public event Action? Resized;

    /// <inheritdoc/>
    public (int Width, int Height) Size => (Console.WindowWidth, Console.WindowHeight);

    /// <summary>Whether there is a terminal to take.</summary>
    /// <exception cref="CliException">There is none, or it cannot place text.</exception>
    public static void Require(CliHost host)
    {
        if (Console.IsInputRedirected || Console.IsOutputRedirected)
        {
            throw new CliException(
                "menuconfig needs a terminal; 'bsp kconfig merge' and 'bsp kconfig fix' change configurations without one");
        }

        if (host.Variable("TERM") is null or "" or "dumb")
            throw new CliException("menuconfig needs a terminal that can place text; TERM says that this one cannot");
    }

    /// <inheritdoc/>
    public ConsoleKeyInfo ReadKey() => Console.ReadKey(intercept: true);

    /// <inheritdoc/>
    public void Write(string text)
    {
        _output.Write(Encoding.UTF8.GetBytes(text));
        _output.Flush();
    }

    /// <summary>Gives the terminal back.</summary>
    public void Dispose()
    {
        _resize.Dispose();
        _terminate.Dispose();
        Write(LeaveScreen);
        Console.TreatControlCAsInput = false;
    }
}
