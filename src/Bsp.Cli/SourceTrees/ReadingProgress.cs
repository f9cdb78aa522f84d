using System.Globalization;
using Bsp.Kconfig.Parsing.Files;
using Bsp.Kconfig.Parsing.Shells;

namespace Bsp.Cli.SourceTrees;

/// <summary>Says on one line of a terminal how far the reading of a tree is; in the end the line is gone.</summary>
internal sealed class ReadingProgress : IDisposable
{
    private const string EraseLine = "\r\u001b[K";
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private readonly TextWriter _terminal;
    private readonly Timer _timer;
    private readonly Lock _lock = new();
    private bool _isDone;
    private int _files;
    private int _commands;

    /// <summary>Begins.</summary>
    /// <param name="terminal">The terminal.</param>
    public ReadingProgress(TextWriter terminal)
    {
        _terminal = terminal;
        Show();
        _timer = new(_ => Show(), null, Interval, Interval);
    }

    /// <summary>Files whose reading counts.</summary>
    public IKconfigFiles Count(IKconfigFiles files) => new CountedFiles(files, this);

    /// <summary>A shell whose commands count.</summary>
    public IParallelShell Count(IParallelShell shell) => new CountedShell(shell, this);

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            _isDone = true;
            _terminal.Write(EraseLine);
            _terminal.Flush();
        }
    }

    private void Show()
    {
        lock (_lock)
        {
            if (_isDone)
                return;
            var commands = _commands > 0 ? string.Create(CultureInfo.InvariantCulture, $", {_commands} commands run") : "";
            _terminal.Write(string.Create(
                CultureInfo.InvariantCulture, $"{EraseLine}Reading the Kconfig files… {_files} files{commands}"));
            _terminal.Flush();
        }
    }

    private sealed class CountedFiles(IKconfigFiles files, ReadingProgress progress) : IKconfigFiles
    {
        public byte[]? Read(string name)
        {
            Interlocked.Increment(ref progress._files);
            return files.Read(name);
        }

        public int Read(string name, ref byte[] buffer)
        {
            Interlocked.Increment(ref progress._files);
            return files.Read(name, ref buffer);
        }
    }

    private sealed class CountedShell(IParallelShell shell, ReadingProgress progress) : IParallelShell
    {
        public bool IsKnown(string command) => shell.IsKnown(command);

        public string Run(string command)
        {
            var answer = shell.Run(command);
            Interlocked.Increment(ref progress._commands);
            return answer;
        }
    }
}
