using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bsp.SystemTests.Machines;

/// <summary>A machine's serial port: waits for what it says, and keeps all of it in a log.</summary>
public sealed class SerialConsole : IAsyncDisposable
{
    private const int LinesInFailure = 40;

    private static readonly Regex ControlCharacter = new(@"[\x00-\x08\x0b-\x1f\x7f]", RegexOptions.CultureInvariant);
    private readonly Stream _port;
    private readonly StreamWriter _log;
    private readonly StringBuilder _received = new();
    private readonly SemaphoreSlim _more = new(0);
    private readonly Task _reading;
    private readonly string _logPath;
    private int _seen;
    private bool _ended;

    /// <summary>Listens from now on.</summary>
    /// <param name="port">The port; not closed by this class.</param>
    /// <param name="logPath">The log, appended to.</param>
    public SerialConsole(Stream port, string logPath)
    {
        _port = port;
        _logPath = logPath;
        _log = new StreamWriter(logPath, append: true) { AutoFlush = true };
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>Everything said since the machine was switched on.</summary>
    public string Text
    {
        get
        {
            lock (_received)
                return _received.ToString();
        }
    }

    /// <summary>Waits for a pattern in what was not matched before, and takes everything up to its end as read.</summary>
    /// <exception cref="ConsoleTimeoutException">It did not come in time, or the machine was switched off.</exception>
    public async Task<Match> ExpectAsync(string pattern, TimeSpan timeout, CancellationToken cancel)
    {
        var expression = new Regex(pattern, RegexOptions.Multiline | RegexOptions.CultureInvariant);
        var deadline = DateTime.UtcNow + timeout;
        while (true)
        {
            bool ended;
            lock (_received)
            {
                ended = _ended;
                var match = expression.Match(_received.ToString(_seen, _received.Length - _seen));
                if (match.Success)
                {
                    _seen += match.Index + match.Length;
                    return match;
                }
            }

            var left = deadline - DateTime.UtcNow;
            if (ended || left <= TimeSpan.Zero)
                throw new ConsoleTimeoutException(Failure(pattern, timeout, ended));
            await _more.WaitAsync(left < TimeSpan.FromSeconds(1) ? left : TimeSpan.FromSeconds(1), cancel);
        }
    }

    /// <summary>Types text.</summary>
    public async Task TypeAsync(string text, CancellationToken cancel)
    {
        await _port.WriteAsync(Encoding.UTF8.GetBytes(text), cancel);
        await _port.FlushAsync(cancel);
    }

    /// <summary>Marks what was received so far as read.</summary>
    public void Skip()
    {
        lock (_received)
            _seen = _received.Length;
    }

    /// <summary>Writes a line of the test itself into the log.</summary>
    public void Note(string line)
    {
        lock (_log)
            _log.WriteLine($"\n=== {DateTime.UtcNow.ToString("HH:mm:ss.f", CultureInfo.InvariantCulture)} {line}");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _reading;
        await _log.DisposeAsync();
        _more.Dispose();
    }

    private async Task ReadAsync()
    {
        var bytes = new byte[4096];
        var decoder = Encoding.UTF8.GetDecoder();
        var characters = new char[4096];
        try
        {
            for (int read; (read = await _port.ReadAsync(bytes)) > 0;)
            {
                var count = decoder.GetChars(bytes, 0, read, characters, 0);
                lock (_received)
                    _received.Append(characters, 0, count);
                lock (_log)
                    _log.Write(characters, 0, count);
                _more.Release();
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The machine was switched off.
        }

        lock (_received)
            _ended = true;
        _more.Release();
    }

    private string Failure(string pattern, TimeSpan timeout, bool ended)
    {
        // A terminal's escapes would clear the screen of who reads this.
        var text = ControlCharacter.Replace(Text, match => match.Value == "\r" ? "" : $"\\x{(int)match.Value[0]:x2}");
        var lines = text.TrimEnd().Split('\n');
        var last = string.Join("\n  ", lines.TakeLast(LinesInFailure));
        var why = ended
            ? "the machine was switched off before the console said"
            : $"after {timeout.TotalSeconds:0} s the console had not said";
        return $"{why} /{pattern}/; its last lines (all of it in {_logPath}):\n  {last}";
    }
}
