using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bsp.Kconfig.Parsing.Shells;

/// <summary>
/// Keeps answers on disk, each under a key that covers what can change it: the command, the whole environment, the directory,
/// and the identity of every program, script and path that command or environment name (<see cref="CommandIdentity"/>).
/// When one of these changes, the command runs again.
/// </summary>
public sealed class CachedShell : IParallelShell
{
    // Some hundred answers of one tree are 20 KB; a file this large is mostly about compilers that are gone.
    private const int MaximumSize = 4 << 20;

    private readonly IShell _shell;
    private readonly string _path;
    private readonly CommandIdentity _identity;
    private readonly ConcurrentDictionary<string, string> _answers = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private int _misses;

    /// <summary>Reads the answers there are; a damaged line counts as none.</summary>
    /// <param name="shell">Answers what is not known.</param>
    /// <param name="path">The file; it and its directory need not exist.</param>
    /// <param name="currentDirectory">The directory that commands run in.</param>
    /// <param name="environment">The whole environment that commands get.</param>
    /// <exception cref="IOException">The file is there, but cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public CachedShell(IShell shell, string path, string currentDirectory, IReadOnlyDictionary<string, string> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        (_shell, _path) = (shell, path);
        if (File.Exists(path))
        {
            foreach (var line in File.ReadLines(path))
            {
                if (Parse(line) is var (key, answer))
                    _answers[key] = answer;
            }
        }
        _identity = new(currentDirectory, environment, (key, find) => GetOrAdd(CommandIdentity.Hash(key), find));
    }

    /// <summary>The number of commands that were not known.</summary>
    public int Misses => _misses;

    /// <inheritdoc/>
    public string Run(string command)
    {
        return GetOrAdd(_identity.KeyOf(command), () =>
        {
            Interlocked.Increment(ref _misses);
            return _shell.Run(command);
        });
    }

    /// <inheritdoc/>
    public bool IsKnown(string command) => _answers.ContainsKey(_identity.KeyOf(command));

    private string GetOrAdd(string key, Func<string> find)
    {
        if (_answers.TryGetValue(key, out var known))
            return known;
        var answer = find();
        _answers[key] = answer;
        Append(key, answer);
        return answer;
    }

    /// <summary>One answer, one write: what another process appends at the same time stays whole, too.</summary>
    private void Append(string key, string answer)
    {
        lock (_lock)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_path))!);
            var mode = File.Exists(_path) && new FileInfo(_path).Length > MaximumSize ? FileMode.Create : FileMode.Append;
            using var file = new FileStream(_path, mode, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            file.Write(Encoding.UTF8.GetBytes(Format(key, answer)));
        }
    }

    private static string Format(string key, string answer) =>
        string.Create(CultureInfo.InvariantCulture, $"{key} {Sum(key, answer)} {answer}\n");

    /// <summary>An answer has no line ends, so a line is one; what a killed process left of one does not have its sum.</summary>
    private static (string Key, string Answer)? Parse(string line)
    {
        var parts = line.Split(' ', 3);
        return parts.Length == 3 && parts[1] == Sum(parts[0], parts[2]) ? (parts[0], parts[2]) : null;
    }

    private static string Sum(string key, string answer) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key + ' ' + answer)).AsSpan(0, 8));
}
