using System.Globalization;
using System.Text;

namespace Nuke.Common.Execution;

/// <summary>Serilog's levels, in its order.</summary>
internal enum LogLevel
{
    Verbose,
    Debug,
    Information,
    Warning,
    Error,
}

/// <summary>Where log lines go: the console, and <c>.nuke/temp/build.log</c> with everything.</summary>
internal static class Logging
{
    private static readonly Lock Gate = new();
    private static StreamWriter? _file;

    public static LogLevel Minimum { get; set; } = LogLevel.Debug;

    public static bool Timestamps { get; set; } = true;

    public static string? Target { get; set; }

    /// <summary>Warnings and errors of this run, for the list at its end.</summary>
    public static List<(LogLevel Level, string? Target, string Message)> Recorded { get; } = [];

    public static Verbosity Verbosity
    {
        get => Minimum switch
        {
            LogLevel.Verbose => Verbosity.Verbose,
            LogLevel.Warning => Verbosity.Minimal,
            LogLevel.Error => Verbosity.Quiet,
            _ => Verbosity.Normal,
        };
        set => Minimum = value switch
        {
            Verbosity.Verbose => LogLevel.Verbose,
            Verbosity.Minimal => LogLevel.Warning,
            Verbosity.Quiet => LogLevel.Error,
            _ => LogLevel.Debug,
        };
    }

    /// <summary>Starts the log file. A tree that cannot be written is no reason to stop.</summary>
    public static void OpenFile(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            _file = new StreamWriter(
                new FileStream(
                    Path.Combine(folder, "build.log"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
            {
                AutoFlush = true,
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _file = null;
        }
    }

    public static void Write(LogLevel level, Exception? exception, string template, object?[] values)
    {
        var message = Render(template, values);
        var code = level switch { LogLevel.Verbose =>
            "VRB", LogLevel.Debug => "DBG", LogLevel.Information => "INF", LogLevel.Warning => "WRN", _ => "ERR" };
        var now = DateTime.Now;
        lock (Gate)
        {
            WriteFile(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{now:HH:mm:ss.fff} | {code[0]} | {Target,-20} | {message}{(exception is null ? "" : "\n" + exception)}"));
            if (level >= LogLevel.Warning)
                Recorded.Add((level, Target, message));
            if (level < Minimum)
                return;
            var time = Timestamps ? now.ToString("HH:mm:ss ", CultureInfo.InvariantCulture) : "";
            Terminal.WriteLine(
                $"{time}[{code}] {message}",
                level switch { LogLevel.Error => Tone.Error, LogLevel.Warning => Tone.Warning, _ => Tone.Plain });
            if (exception is not null && Minimum == LogLevel.Verbose)
                Terminal.WriteLine(exception.ToString(), Tone.Dim);
        }
    }

    // On a full disk the file ends, and what the console says about it must not be lost.
    private static void WriteFile(string text)
    {
        try
        {
            _file?.WriteLine(text);
        }
        catch (IOException)
        {
            _file = null;
        }
    }

    /// <summary>Serilog's message templates: <c>{Name}</c> and <c>{Name:format}</c> in order, <c>{{</c> for a brace.</summary>
    internal static string Render(string template, object?[] values)
    {
        var text = new StringBuilder(template.Length);
        var next = 0;
        for (var i = 0; i < template.Length; i++)
        {
            var c = template[i];
            if (c is '{' or '}' && i + 1 < template.Length && template[i + 1] == c)
            {
                text.Append(c);
                i++;
            }
            else if (c == '{' && template.IndexOf('}', i) is var end and > 0 && next < values.Length)
            {
                var format = template[(i + 1)..end].Split(':', 2) is [_, var given] && given != "l" ? given : null;
                text.Append(
                    values[next] is IFormattable value
                        ? value.ToString(format, CultureInfo.InvariantCulture)
                        : values[next]?.ToString() ?? "null");
                next++;
                i = end;
            }
            else
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }
}
