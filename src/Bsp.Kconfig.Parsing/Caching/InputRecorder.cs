using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Bsp.Kconfig.Parsing.Files;
using Bsp.Kconfig.Parsing.Shells;

namespace Bsp.Kconfig.Parsing.Caching;

/// <summary>Sits between a tree and its reader, and records what the reader sees.</summary>
internal sealed class InputRecorder
{
    private readonly ConcurrentDictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _patterns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string?> _variables = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _answers = new(StringComparer.Ordinal);

    /// <summary>Records the reading of a tree.</summary>
    public InputRecorder(KconfigSource source)
    {
        var (files, shell) = (FilesOf(source), ShellOf(source));
        Source = source with
        {
            Files = new RecordingFiles(files, _files, _patterns),
            Shell = shell is IParallelShell parallel ? new RecordingParallelShell(parallel, _answers) : new RecordingShell(shell, _answers),
            Environment = new RecordingEnvironment(source.Environment, _variables),
        };
    }

    /// <summary>The tree, for its reader.</summary>
    public KconfigSource Source { get; }

    /// <summary>The files that were looked for, with a hash of each; the empty text for one that is not there.</summary>
    public IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>The patterns that files were looked for by, with what was found.</summary>
    public IReadOnlyDictionary<string, string> Patterns => _patterns;

    /// <summary>The variables that were looked for; null for one that is not set.</summary>
    public IReadOnlyDictionary<string, string?> Variables => _variables;

    /// <summary>The commands that were run, with their answers.</summary>
    public IReadOnlyDictionary<string, string> Answers => _answers;

    /// <summary>The files of a tree.</summary>
    public static IKconfigFiles FilesOf(KconfigSource source) =>
        source.Files ?? new DiskFiles(source.CurrentDirectory, source.Environment.GetValueOrDefault("srctree"));

    /// <summary>The shell of a tree.</summary>
    public static IShell ShellOf(KconfigSource source) => source.Shell ?? new ProcessShell(source.CurrentDirectory, source.Environment);

    /// <summary>The files that match a pattern, as one text.</summary>
    public static string Matches(IKconfigFiles files, string pattern) => string.Join('\0', files.Find(pattern));

    private sealed class RecordingFiles(
        IKconfigFiles files, ConcurrentDictionary<string, string> seen, ConcurrentDictionary<string, string> patterns) : IKconfigFiles
    {
        public IReadOnlyList<string> Find(string pattern)
        {
            patterns[pattern] = Matches(files, pattern);
            return files.Find(pattern);
        }

        public byte[]? Read(string name)
        {
            var content = files.Read(name);
            seen[name] = content is null ? ContentHash.None : ContentHash.Of(content);
            return content;
        }
    }

    private class RecordingShell(IShell shell, ConcurrentDictionary<string, string> seen) : IShell
    {
        public string Run(string command) => seen.GetOrAdd(command, shell.Run);
    }

    private sealed class RecordingParallelShell(IParallelShell shell, ConcurrentDictionary<string, string> seen)
        : RecordingShell(shell, seen), IParallelShell
    {
        public bool IsKnown(string command) => shell.IsKnown(command);
    }

    private sealed class RecordingEnvironment(IReadOnlyDictionary<string, string> environment, ConcurrentDictionary<string, string?> seen)
        : IReadOnlyDictionary<string, string>
    {
        public int Count => environment.Count;

        public IEnumerable<string> Keys => environment.Keys;

        public IEnumerable<string> Values => environment.Values;

        public string this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

        public bool ContainsKey(string key) => TryGetValue(key, out _);

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
        {
            var found = environment.TryGetValue(key, out value);
            seen[key] = found ? value : null;
            return found;
        }

        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => environment.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
