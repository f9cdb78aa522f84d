using System.Globalization;
using System.Text;

namespace Bsp.Kconfig.Parsing.Caching;

/// <summary>A tree in a file, with what its reading has seen: a line for each thing, fields separated by tabs, then a snapshot.</summary>
internal sealed class CacheEntry
{
    // It changes with the format, and with each compilation of what reads and writes it.
    private static readonly string Heading =
        $"bsp-kconfig-tree 1 {typeof(KconfigTree).Module.ModuleVersionId:N}{typeof(CacheEntry).Module.ModuleVersionId:N} ";
    private const int LengthDigits = 9;
    private readonly List<string[]> _lines;
    private readonly Stream _stream;

    private CacheEntry(List<string[]> lines, Stream stream) => (_lines, _stream) = (lines, stream);

    /// <summary>Reads the lines of a file.</summary>
    /// <param name="stream">The file; the snapshot is read from it later.</param>
    /// <returns>Null where it is none of this version, or damaged.</returns>
    public static CacheEntry? Read(Stream stream)
    {
        // The first line has a fixed length: it ends with that of the lines that follow.
        var heading = new byte[Heading.Length + LengthDigits + 1];
        if (stream.ReadAtLeast(heading, heading.Length, throwOnEndOfStream: false) < heading.Length
            || Encoding.UTF8.GetString(heading, 0, Heading.Length) != Heading
            || !int.TryParse(
                Encoding.UTF8.GetString(heading, Heading.Length, LengthDigits), NumberStyles.None,
                CultureInfo.InvariantCulture, out var length)
            || length > stream.Length)
            return null;
        var lines = new byte[length];
        return stream.ReadAtLeast(lines, length, throwOnEndOfStream: false) < length
            ? null
            : new(
                [.. Encoding.UTF8.GetString(lines)
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Select(line => line.Split('\t').Select(Unescaped).ToArray())],
                stream);
    }

    /// <summary>Whether the reader would see the same again.</summary>
    public bool IsCurrent(KconfigSource source)
    {
        var (files, shell) = (InputRecorder.FilesOf(source), InputRecorder.ShellOf(source));
        var buffer = new byte[64 * 1024];
        return _lines.All(line => line switch
        {
            ["set", var name, var value] => source.Environment.TryGetValue(name, out var now) && now == value,
            ["unset", var name] => !source.Environment.ContainsKey(name),
            ["file", var name, var hash] =>
                (files.Read(name, ref buffer) is var length && length < 0 ? ContentHash.None : ContentHash.Of(buffer.AsSpan(0, length)))
                    == hash,
            ["pattern", var pattern, var found] => InputRecorder.Matches(files, pattern) == found,
            ["answer", var command, var answer] => shell.Run(command) == answer,
            ["read" or "variable" or "output" or "message", ..] => true,
            _ => false,
        });
    }

    /// <summary>What reading gave; null where the file is damaged.</summary>
    public KconfigParseResult? Result()
    {
        try
        {
            return new()
            {
                Tree = SnapshotReader.Read(_stream),
                Files = [.. Lines("read").Select(line => line[1])],
                EnvironmentRead = [.. Lines("variable").Select(line => KeyValuePair.Create(line[1], line[2]))],
                Messages =
                [
                    .. Lines("message").Select(line => new KconfigMessage(
                        Enum.Parse<MessageSeverity>(line[1]),
                        new(line[2], int.Parse(line[3], CultureInfo.InvariantCulture), int.Parse(line[4], CultureInfo.InvariantCulture)),
                        line[5]) { Topic = Enum.Parse<MessageTopic>(line[6]) }),
                ],
                Output = string.Concat(Lines("output").Select(line => line[1])),
            };
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or OverflowException
            or IndexOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>The text of an entry.</summary>
    public static byte[] Text(InputRecorder seen, KconfigParseResult result)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in seen.Variables)
        {
            if (value is null)
                Add(text, "unset", name);
            else
                Add(text, "set", name, value);
        }

        // What is cheap to look at comes first.
        foreach (var (name, hash) in seen.Files)
            Add(text, "file", name, hash);
        foreach (var (pattern, found) in seen.Patterns)
            Add(text, "pattern", pattern, found);
        foreach (var (command, answer) in seen.Answers)
            Add(text, "answer", command, answer);
        foreach (var file in result.Files)
            Add(text, "read", file);
        foreach (var (name, value) in result.EnvironmentRead)
            Add(text, "variable", name, value);
        foreach (var message in result.Messages)
        {
            Add(
                text, "message", $"{message.Severity}", message.Position.File, $"{message.Position.Line}",
                $"{message.Position.Column}", message.Text, $"{message.Topic}");
        }

        if (result.Output.Length > 0)
            Add(text, "output", result.Output);
        var lines = Encoding.UTF8.GetBytes(text.ToString());
        var heading = Heading + lines.Length.ToString(CultureInfo.InvariantCulture).PadLeft(LengthDigits, '0') + "\n";
        return [.. Encoding.UTF8.GetBytes(heading), .. lines, .. Encoding.UTF8.GetBytes(SnapshotWriter.Write(result.Tree!))];
    }

    private IEnumerable<string[]> Lines(string kind) => _lines.Where(line => line[0] == kind);

    private static void Add(StringBuilder text, params ReadOnlySpan<string> fields)
    {
        for (var i = 0; i < fields.Length; i++)
            text.Append(i > 0 ? "\t" : "").Append(Escaped(fields[i]));
        text.Append('\n');
    }

    private static string Escaped(string field) => field.AsSpan().IndexOfAny('\\', '\t', '\n') < 0
        ? field
        : field.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\t", "\\t", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Unescaped(string field)
    {
        if (!field.Contains('\\', StringComparison.Ordinal))
            return field;
        var text = new StringBuilder(field.Length);
        for (var i = 0; i < field.Length; i++)
        {
            text.Append(field[i] != '\\' || ++i == field.Length ? field[Math.Min(i, field.Length - 1)] : field[i] switch
            {
                't' => '\t',
                'n' => '\n',
                var other => other,
            });
        }

        return text.ToString();
    }
}
