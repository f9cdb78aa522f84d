namespace Bsp.Build.Processes;

/// <summary>The log of one step: what it ran and what that printed.</summary>
public sealed class StepLog : IDisposable
{
    private const int KeptLines = 20;
    private readonly Lock _lock = new();
    private readonly Queue<string> _last = new();
    private readonly StreamWriter _writer;

    /// <summary>Begins a new log.</summary>
    /// <param name="path">The file; its folder is made.</param>
    public StepLog(string path)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        FilePath = path;
        _writer = new StreamWriter(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite))
        {
            AutoFlush = true,
            NewLine = "\n",
        };
    }

    /// <summary>Where the log is.</summary>
    public string FilePath { get; }

    /// <summary>The last lines.</summary>
    public IReadOnlyList<string> LastLines
    {
        get
        {
            lock (_lock)
                return [.. _last];
        }
    }

    /// <summary>Adds a line.</summary>
    public void Write(string line)
    {
        lock (_lock)
        {
            _last.Enqueue(line);
            if (_last.Count > KeptLines)
                _last.Dequeue();
            _writer.WriteLine(line);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
            _writer.Dispose();
    }
}
