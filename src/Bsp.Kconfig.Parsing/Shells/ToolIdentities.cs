using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bsp.Kconfig.Parsing.Shells;

/// <summary>
/// Says which program or file a word is: its real path, size and time, for scripts their content and the state of the
/// directory they are in, for compilers the programs that they run.
/// </summary>
/// <param name="currentDirectory">The directory that relative names begin in.</param>
/// <param name="environment">The environment of commands.</param>
/// <param name="getOrAdd">Gives what is kept under a key, or keeps what a function computes.</param>
internal sealed class ToolIdentities(
    string currentDirectory, IReadOnlyDictionary<string, string> environment, Func<string, Func<string>, string> getOrAdd)
{
    private const int MaximumScript = 1 << 20;

    private readonly ConcurrentDictionary<string, string> _directories = new(StringComparer.Ordinal);
    private readonly ProcessShell _shell = new(currentDirectory, environment);
    private readonly string[] _path = environment.GetValueOrDefault("PATH", "/usr/bin:/bin")
        .Split(':', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The identity of what a word names; empty when it names nothing.</summary>
    public string Identify(string word)
    {
        if (word.Contains('\0', StringComparison.Ordinal))
            return "";
        if (word.Contains('/', StringComparison.Ordinal))
            return IdentityOf(Path.Combine(currentDirectory, word), word);
        foreach (var directory in _path)
        {
            var path = Path.Combine(currentDirectory, directory, word);
            if (File.Exists(path))
                return IdentityOf(path, word);
        }
        return "";
    }

    private string IdentityOf(string path, string name)
    {
        try
        {
            return IdentityOfExisting(path, name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What cannot be read cannot be run or read by a command either.
            return $"unreadable {path}";
        }
    }

    private string IdentityOfExisting(string path, string name)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            return Directory.Exists(path) ? $"directory {path}" : $"no {path}";
        var real = Target(file);
        // Devices are named, but have nothing to tell.
        if ((real.Attributes & FileAttributes.Device) != 0 || path.StartsWith("/dev/", StringComparison.Ordinal))
            return path;
        var identity = State(real);
        if (!real.Exists)
            return identity;
        if (IsScript(real))
            return $"{identity} {ContentOf(real)} {StateOfDirectory(real.DirectoryName!)}{Version(path, name)}";
        return IsCompiler(name) ? identity + Programs(path, identity) : identity;
    }

    private static FileInfo Target(FileInfo file) => file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;

    private static string State(FileInfo file) => file.Exists
        ? string.Create(CultureInfo.InvariantCulture, $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}")
        : $"no {file.FullName}";

    private static bool IsScript(FileInfo file)
    {
        if (file.Length > MaximumScript)
            return false;
        Span<byte> start = stackalloc byte[2];
        using var stream = file.OpenRead();
        return stream.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && start.SequenceEqual("#!"u8);
    }

    private static string ContentOf(FileInfo file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.FullName)));

    /// <summary>Scripts call their neighbours: any change there makes the answer doubtful.</summary>
    private string StateOfDirectory(string directory) => _path.Contains(directory, StringComparer.Ordinal)
        ? ""
        : _directories.GetOrAdd(directory, static path =>
        {
            var text = new StringBuilder();
            foreach (var file in new DirectoryInfo(path).EnumerateFiles().OrderBy(static file => file.Name, StringComparer.Ordinal))
                text.Append(State(file)).Append('\n');
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        });

    private static bool IsCompiler(string name)
    {
        var file = Path.GetFileName(name);
        return file.Contains("gcc", StringComparison.Ordinal) || file.Contains("g++", StringComparison.Ordinal)
            || file.Contains("clang", StringComparison.Ordinal) || file is "cc" or "c++";
    }

    /// <summary>A compiler driver stays the same when what it runs changes: the compiler proper, the assembler, the linker.</summary>
    private string Programs(string path, string identity)
    {
        var text = new StringBuilder();
        foreach (var program in new[] { "cc1", "as", "ld" })
        {
            // Where these are is the driver's own knowledge, so as long as that is the same one, it need not be asked.
            var location = getOrAdd($"{identity} {program}", () => _shell.Run($"{Quote(path)} -print-prog-name={program} 2>/dev/null"));
            if (location.Length > 0)
            {
                text.Append(' ')
                    .Append(
                        location.Contains('/', StringComparison.Ordinal)
                            ? State(Target(new(Path.Combine(currentDirectory, location))))
                            : Identify(location));
            }
        }
        return text.ToString();
    }

    /// <summary>What a compiler says it is. A script in its place may run another one at any time.</summary>
    private string Version(string path, string name) =>
        IsCompiler(name) ? " " + _shell.Run($"{Quote(path)} --version 2>/dev/null") : "";

    private static string Quote(string path) => $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
