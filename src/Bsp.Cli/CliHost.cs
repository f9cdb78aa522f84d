using System.Text;
using Bsp.Cli.Reports;

namespace Bsp.Cli;

/// <summary>What the command sees of the process that it runs in; tests give it another one.</summary>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Environment">The environment.</param>
/// <param name="CurrentDirectory">The directory that relative paths begin in.</param>
internal sealed record CliHost(TextWriter Out, TextWriter Error, IReadOnlyDictionary<string, string> Environment, string CurrentDirectory)
{
    /// <summary>Whether faults are shown in colour.</summary>
    public bool HasColour { get; init; }

    /// <summary>Opens standard input.</summary>
    public Func<Stream> OpenInput { get; init; } = Console.OpenStandardInput;

    /// <summary>Standard output, for bytes that are no text.</summary>
    public Stream OutBytes { get; init; } = Console.OpenStandardOutput();

    /// <summary>Whether a terminal shows what is typed, and what is said about it.</summary>
    public Func<bool> IsTerminal { get; init; } = () => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    /// <summary>This process.</summary>
    public static CliHost OfProcess()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (System.Collections.DictionaryEntry entry in System.Environment.GetEnvironmentVariables())
            environment[(string)entry.Key] = (string?)entry.Value ?? "";
        return new(Writer(Console.OpenStandardOutput()), Writer(Console.OpenStandardError()), environment, Directory.GetCurrentDirectory())
        {
            // https://no-color.org: any value that is not empty.
            HasColour = !Console.IsErrorRedirected && environment.GetValueOrDefault("NO_COLOR", "").Length == 0,
        };
    }

    /// <summary>A path as this process sees it.</summary>
    public string Absolute(string path) => Path.GetFullPath(Path.Combine(CurrentDirectory, path));

    /// <summary>A variable.</summary>
    /// <returns>Null where it is not set.</returns>
    public string? Variable(string name) => Environment.TryGetValue(name, out var value) ? value : null;

    /// <summary>Reads a file; <c>-</c> is standard input.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public byte[] ReadBytes(string file)
    {
        if (file != "-")
            return File.ReadAllBytes(Absolute(file));
        using var stream = OpenInput();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Writes a file; <c>-</c> is standard output.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void WriteBytes(string file, ReadOnlySpan<byte> bytes)
    {
        if (file == "-")
        {
            // What was printed before stays before.
            Out.Flush();
            OutBytes.Write(bytes);
            return;
        }

        using var stream = new FileStream(Absolute(file), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        stream.Write(bytes);
    }

    /// <summary>Tells of a fault.</summary>
    public void Fail(string message)
    {
        // What was printed before stays before.
        Out.Flush();
        message = PrintableText.Lines(message);
        Error.Write(HasColour ? $"bsp: \u001b[31merror:\u001b[0m {message}\n" : $"bsp: error: {message}\n");
    }

    // Writing line by line would cost a system call each.
    private static StreamWriter Writer(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 4 * 1024) { AutoFlush = false };
}
