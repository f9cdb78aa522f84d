using System.Text;
using Bsp.Kconfig.Parsing.Lexing;
using Bsp.Kconfig.Parsing.Macros;
using Bsp.Kconfig.Parsing.Shells;
using Bsp.Kconfig.Parsing.Syntax;

namespace Bsp.Kconfig.Parsing.Elaboration;

/// <summary>
/// Runs through the files ahead of the elaboration and starts the commands in them. An answer that is not there yet is a
/// mark in the text; a command that has such a mark in it depends on another one's answer, and waits for its turn.
/// Files are included whatever conditions say, so every command found here will be asked for.
/// </summary>
internal sealed class ShellPrefetcher
{
    // No file can have this character: it is not a character.
    private const char Unknown = '\uFFFF';

    private readonly KconfigSource _source;
    private readonly SyntaxLoader _loader;
    private readonly IParallelShell _shell;
    private readonly VariableTable _variables = new();
    private readonly MacroContext _context;
    private readonly Expander _expander;
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly HashSet<string> _started = new(StringComparer.Ordinal);
    private volatile bool _stopped;

    /// <summary>Prepares to run.</summary>
    public ShellPrefetcher(KconfigSource source, SyntaxLoader loader, IParallelShell shell)
    {
        (_source, _loader, _shell) = (source, loader, shell);
        _context = new(source.Environment, new StartingShell(this), static (_, _) => { });
        _expander = new(_variables, _context);
    }

    /// <summary>Begins, on another thread.</summary>
    public void Start() =>
        ThreadPool.UnsafeQueueUserWorkItem(static prefetcher => prefetcher.Visit(prefetcher._source.Root), this, preferLocal: false);

    /// <summary>Starts no more commands.</summary>
    public void Stop() => _stopped = true;

    private void Visit(string root)
    {
        var names = new Stack<string>([root]);
        while (names.TryPop(out var name) && !_stopped)
        {
            if (!_visited.Add(name) || Load(name) is not { } file)
                continue;
            _context.FileName = name;
            // From here on, this file's includes come before those of the files that include it.
            var included = new List<string>();
            foreach (var statement in file.Statements)
                Scan(file, statement, included);
            for (var i = included.Count - 1; i >= 0; i--)
                names.Push(included[i]);
        }
    }

    private void Scan(FileSyntax file, in Statement statement, List<string> included)
    {
        try
        {
            switch (statement.Kind)
            {
                case StatementKind.Source when statement.Keyword == TokenKind.Source:
                    included.Add(statement.Text!);
                    break;
                case StatementKind.Assignment:
                    _variables.Assign(statement.Word!.Text, statement.Keyword, statement.Text!, _expander.Expand);
                    break;
                case StatementKind.Unexpanded:
                    ScanTokens(file, statement.Tokens!, included);
                    break;
            }
        }
        catch (Exception exception) when (exception is MacroException or StopException)
        {
            // The elaboration finds it again, and reports it.
        }
    }

    private void ScanTokens(FileSyntax file, IReadOnlyList<Token> tokens, List<string> included)
    {
        foreach (var token in tokens)
        {
            if ((token.Flags & TokenFlags.Macro) == 0)
                continue;
            _context.Line = token.Line;
            var text = Encoding.UTF8.GetString(token.Text(file.Text));
            text = token.Kind == TokenKind.Quoted ? _expander.ExpandQuoted(text) : _expander.Expand(text);
            if (tokens[0].Kind == TokenKind.Source && !text.Contains(Unknown, StringComparison.Ordinal))
                included.Add(text);
        }
    }

    private FileSyntax? Load(string name)
    {
        try
        {
            return _loader.Load(name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Prefetch(string command)
    {
        if (!command.Contains(Unknown, StringComparison.Ordinal) && _started.Add(command))
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                static pair => pair.Prefetcher.Run(pair.Command), (Prefetcher: this, Command: command), preferLocal: false);
        }
    }

    private void Run(string command)
    {
        if (_stopped)
            return;
        try
        {
            _shell.Run(command);
        }
#pragma warning disable CA1031 // The elaboration asks again, and gets whatever it is.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    /// <summary>Answers with the mark, and starts the command.</summary>
    private sealed class StartingShell(ShellPrefetcher prefetcher) : IShell
    {
        public string Run(string command)
        {
            prefetcher.Prefetch(command);
            return Unknown.ToString();
        }
    }
}
