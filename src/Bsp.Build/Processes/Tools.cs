using System.Text;
using CliWrap;
using CliWrap.Exceptions;

namespace Bsp.Build.Processes;

/// <summary>Runs programs for one step, in an environment made from scratch, and keeps what they print in the step's log.</summary>
public sealed class Tools
{
    private const int KeptLines = 20;
    private readonly string _home;
    private readonly StepLog _log;
    private readonly ProcessGroupList? _groups;

    /// <summary>Runs programs outside of a step.</summary>
    /// <param name="home">Their home and scratch folder.</param>
    /// <param name="log">Receives their output.</param>
    public Tools(string home, StepLog log)
        : this(home, log, groups: null)
    {
    }

    internal Tools(string home, StepLog log, ProcessGroupList? groups) => (_home, _log, _groups) = (home, log, groups);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="tool">Its name, found in Debian's folders, or an absolute path.</param>
    /// <param name="arguments">Its arguments, passed as they are: there is no shell.</param>
    /// <param name="workingDirectory">Where it runs; the step's scratch folder when null.</param>
    /// <param name="environment">
    /// Variables besides PATH, HOME, TMPDIR, LC_ALL=C.UTF-8, TZ=UTC and SOURCE_DATE_EPOCH=315532800 (1980), which these may replace.
    /// </param>
    /// <param name="input">Text for its standard input, empty when null.</param>
    /// <param name="onLine">Called with each line that it prints.</param>
    /// <param name="cancel">Kills it and all that it started.</param>
    /// <exception cref="ToolFailedException">It ended with another status than 0.</exception>
    /// <exception cref="BuildFailedException">There is no such program.</exception>
    public async Task RunAsync(
        string tool,
        IEnumerable<string> arguments,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environment = null,
        string? input = null,
        Action<string>? onLine = null,
        CancellationToken cancel = default)
    {
        await ExecuteAsync(tool, [.. arguments], workingDirectory, environment, input, onLine, output: null, cancel).ConfigureAwait(false);
    }

    /// <summary>Runs a program to its end and returns what it printed on its standard output.</summary>
    /// <inheritdoc cref="RunAsync"/>
    public async Task<string> CaptureAsync(
        string tool,
        IEnumerable<string> arguments,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environment = null,
        string? input = null,
        CancellationToken cancel = default)
    {
        var output = new StringBuilder();
        await ExecuteAsync(tool, [.. arguments], workingDirectory, environment, input, onLine: null, output, cancel).ConfigureAwait(false);
        return output.ToString();
    }

    /// <summary>Adds a line to the step's log.</summary>
    public void Note(string line) => _log.Write(line);

    private async Task ExecuteAsync(
        string tool,
        IReadOnlyList<string> arguments,
        string? workingDirectory,
        IReadOnlyDictionary<string, string>? environment,
        string? input,
        Action<string>? onLine,
        StringBuilder? output,
        CancellationToken cancel)
    {
        _log.Write("$ " + tool + string.Concat(arguments.Select(argument => " " + Quote(argument))));
        var last = new Queue<string>();
        void Line(string line)
        {
            lock (last)
            {
                last.Enqueue(line);
                if (last.Count > KeptLines)
                    last.Dequeue();
            }

            _log.Write(line);
            onLine?.Invoke(line);
        }

        // One pipe for both outputs keeps their order: read from two, an error may end up before what led to it.
        string[] merged = output is null ? ["/bin/sh", "-c", "exec \"$@\" 2>&1", "sh"] : [];
        // A session of its own: the terminal's Ctrl-C reaches this program only, and one signal ends all that the tool started.
        var command = Cli.Wrap("/usr/bin/setsid")
            .WithArguments([.. merged, ToolPaths.Find(tool), .. arguments])
            .WithWorkingDirectory(workingDirectory ?? _home)
            .WithEnvironmentVariables(ToolEnvironment.For(_home, environment))
            .WithStandardInputPipe(input is null ? PipeSource.Null : PipeSource.FromString(input, new UTF8Encoding(false)))
            .WithStandardOutputPipe(output is null ? PipeTarget.ToDelegate(Line) : PipeTarget.ToStringBuilder(output))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(Line))
            .WithValidation(CommandResultValidation.None);
        var running = command.ExecuteAsync(cancel);
        var group = running.ProcessId;
        _groups?.Add(group);
        try
        {
            var result = await running.ConfigureAwait(false);
            if (result.ExitCode != 0)
                throw new ToolFailedException(Path.GetFileName(tool), result.ExitCode, [.. last]);
        }
        catch (OperationCanceledException)
        {
            ProcessGroups.Kill(group);
            throw;
        }
        catch (CliWrapException exception)
        {
            throw new BuildFailedException($"{tool} could not be run: {exception.Message}", exception);
        }
    }

    private static string Quote(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || "/._-+=,:@%".Contains(c, StringComparison.Ordinal))
            ? argument
            : "'" + argument.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
