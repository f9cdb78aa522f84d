using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Bsp.Cli.Terminals;

/// <summary>The terminal as the system has it: how it treats what is typed, its size, its bytes (termios(3), ioctl_tty(2)).</summary>
/// <remarks>
/// Not through <see cref="Console"/>, which knows no mouse, and takes what it does not know for many keys.
/// </remarks>
internal sealed class TerminalDevice : IDisposable
{
    private const int Input = 0;
    private const int Output = 1;
    // TCSADRAIN: what has been written is shown before.
    private const int AfterOutput = 1;
    private const ulong GetWindowSize = 0x5413;
    private const int StopSignal = 20;
    // Larger than any system's struct termios, whose members only the C library looks at.
    private const int ModeSize = 256;
    private readonly byte[] _mode = new byte[ModeSize];
    private readonly FileStream _input = new(new SafeFileHandle(Input, ownsHandle: false), FileAccess.Read, bufferSize: 0);
    private readonly FileStream _output = new(new SafeFileHandle(Output, ownsHandle: false), FileAccess.Write, bufferSize: 0);

    /// <summary>A terminal as it is now.</summary>
    /// <exception cref="CliException">It is none.</exception>
    public TerminalDevice()
    {
        if (tcgetattr(Input, _mode) != 0)
            throw new CliException($"the terminal cannot be used: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    /// <summary>Its size in characters; 80 by 24 where it does not know it.</summary>
    public static (int Width, int Height) Size
    {
        get
        {
            var size = new ushort[4];
            return ioctl(Output, GetWindowSize, size) == 0 && size is [> 0 and var height, > 0 and var width, ..]
                ? (width, height)
                : (80, 24);
        }
    }

    /// <summary>Has each byte come as it is typed: it is not shown, and none is a signal.</summary>
    public void MakeRaw()
    {
        var raw = _mode.ToArray();
        cfmakeraw(raw);
        _ = tcsetattr(Input, AfterOutput, raw);
    }

    /// <summary>Makes it what it was at first.</summary>
    public void Restore() => _ = tcsetattr(Input, AfterOutput, _mode);

    /// <summary>Waits for bytes.</summary>
    /// <returns>Their number; 0 when the terminal is gone.</returns>
    public int Read(Span<byte> buffer) => _input.Read(buffer);

    /// <summary>Writes bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes) => _output.Write(bytes);

    /// <summary>Stops all of the shell's job until the shell goes on with it, as Ctrl-Z does.</summary>
    public static void Stop() => _ = kill(0, StopSignal);

    /// <inheritdoc/>
    public void Dispose()
    {
        _input.Dispose();
        _output.Dispose();
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int tcgetattr(int file, [Out] byte[] mode);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int tcsetattr(int file, int when, byte[] mode);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern void cfmakeraw([In, Out] byte[] mode);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int ioctl(int file, ulong request, [Out] ushort[] size);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int kill(int process, int signal);
}
