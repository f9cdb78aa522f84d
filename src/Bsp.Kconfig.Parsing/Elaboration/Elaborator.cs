using Bsp.Kconfig.Parsing.Lexing;
using Bsp.Kconfig.Parsing.Macros;
using Bsp.Kconfig.Parsing.Shells;
using Bsp.Kconfig.Parsing.Syntax;

namespace Bsp.Kconfig.Parsing.Elaboration;

/// <summary>
/// Traverses the statements of all files in their order: expands macros, checks what belongs where, and builds the tree.
/// </summary>
internal sealed partial class Elaborator
{
    // A tree has some 100,000; more than this can only come from files that include each other again and again.
    private const int MaximumStatements = 3_000_000;

    private readonly KconfigSource _source;
    private readonly KconfigBuilder _builder;
    private readonly Includes _includes;
    private readonly Blocks _blocks;
    private readonly Binder _binder;
    private readonly MacroContext _context;
    private readonly VariableTable _variables = new();
    private readonly Expander _expander;
    private readonly TokenExpander _tokenExpander;
    private readonly TokenBuffer _tokens = new();
    private readonly StatementParser _parser;
    private readonly OldOptions _oldOptions;
    private readonly EntryOptions _options;
    private EntryKind _entry;
    private int _statements;
    private bool _started;
    private string? _lateTitle;
    private (Frame File, SourcePosition Position) _pending;

    /// <summary>Prepares to read a tree.</summary>
    /// <param name="source">The tree.</param>
    /// <param name="loader">Has its files.</param>
    /// <param name="shell">Answers commands.</param>
    public Elaborator(KconfigSource source, SyntaxLoader loader, IShell shell)
    {
        _source = source;
        _builder = new(source.Dialect);
        _includes = new(_builder, loader);
        _blocks = new(_builder);
        _binder = new(_builder);
        // What a file says about itself is printed without a word of ours, as the C tool does.
        _context = new(
            source.Environment, shell, (line, text) => _builder.Report(MessageSeverity.Info, new(_context!.FileName, line, 0), text))
        {
            IsOfKconfiglib = source.Dialect.IsOfKconfiglib,
        };
        _expander = new(_variables, _context);
        _tokenExpander = new(_expander, _context);
        _parser = new(loader.Pool, loader.Rules, source.Dialect);
        _oldOptions = new(_builder, _context);
        _options = new(_builder, _binder, _oldOptions);
    }

    /// <summary>Reads the tree.</summary>
    public KconfigParseResult Run()
    {
        _includes.Enter(_source.Root, new(_source.Root, 0, 0), optional: false);
        try
        {
            while (_includes.Current is { } frame && _statements <= MaximumStatements)
                Step(frame);
            if (_includes.Current is { } unfinished)
                _builder.Report(MessageSeverity.Error, new(unfinished.Name, 0, 0), $"there are more than {MaximumStatements} statements");
            CloseEntry();
            _blocks.CloseAll();
        }
        catch (StopException stop)
        {
            _builder.Report(MessageSeverity.Error, new(_context.FileName, _context.Line, 0), stop.Message);
        }
        if (_lateTitle is not null)
            _builder.MainMenu(_oldOptions.Expand(_lateTitle));
        // Without errors so far, there is a tree to finish; that may find more.
        var tree = HasErrors() ? null : _builder.Finish();
        return new()
        {
            Tree = HasErrors() ? null : tree,
            Messages = _builder.Messages,
            Files = _includes.Files,
            EnvironmentRead = _context.EnvironmentRead,
            Output = _context.Output.ToString(),
        };
    }

    private bool HasErrors() => _builder.Messages.Any(static message => message.Severity == MessageSeverity.Error);

    private void Step(Frame frame)
    {
        var statements = frame.Syntax.Statements;
        var atEnd = frame.Next == statements.Count;
        ReportWarnings(frame, atEnd ? int.MaxValue : statements[frame.Next].Line);
        if (atEnd)
        {
            // Only in the first file: the end of an included one ends its last line, too (scripts/kconfig/lexer.l).
            if (frame.Includer is null && _source.Dialect.HasModernChoices
                && frame.Syntax.Warnings is [.., { Text: LexWarning.NoNewLine } last])
                _builder.Report(MessageSeverity.Error, new(frame.Name, last.Line, last.Column), "syntax error");
            _includes.Leave();
            return;
        }
        _statements++;
        _context.FileName = frame.Name;
        var statement = statements[frame.Next++];
        var position = new SourcePosition(frame.Name, statement.Line, statement.Column);
        try
        {
            _builder.AsWritten = statement.Kind == StatementKind.Unexpanded ? (TextOf(frame, statement), position) : null;
            if (statement.Kind != StatementKind.Unexpanded || TryExpand(frame, ref statement))
                Elaborate(frame, statement, position);
        }
        catch (MacroException exception)
        {
            _builder.Report(MessageSeverity.Error, position with { Line = _context.Line, Column = 0 }, exception.Message);
        }
        catch (UnknownCommandException exception)
        {
            _builder.Report(MessageSeverity.Error, position, exception.Message);
        }
    }

    private bool TryExpand(Frame frame, ref Statement statement)
    {
        var text = _tokenExpander.Expand(statement.Tokens!, frame.Syntax.Text, _tokens);
        if (_tokens.Count == 0)
            return false;
        statement = _parser.Parse(_tokens.Tokens, text, fromFile: false);
        return true;
    }

    /// <summary>What a statement says, without <c>depends on</c> or <c>if</c>.</summary>
    private static string TextOf(Frame frame, in Statement statement)
    {
        var tokens = statement.Tokens!;
        var first = tokens.TakeWhile(token => token.Kind is TokenKind.Depends or TokenKind.On or TokenKind.If).Count();
        // The quotes of a text are not part of its token.
        var (begin, last, text) = (tokens[Math.Min(first, tokens.Count - 1)], tokens[^1], frame.Syntax.Text);
        var start = begin.Start - (begin.Kind == TokenKind.Quoted ? 1 : 0);
        var end = Math.Min(last.Start + last.Length + (last.Kind == TokenKind.Quoted ? 1 : 0), text.Length);
        return System.Text.Encoding.UTF8.GetString(text, start, end - start).TrimEnd();
    }

    private void ReportWarnings(Frame frame, int line)
    {
        var warnings = frame.Syntax.Warnings;
        for (; frame.NextWarning < warnings.Count && warnings[frame.NextWarning].Line <= line; frame.NextWarning++)
        {
            var warning = warnings[frame.NextWarning];
            _builder.Report(MessageSeverity.Warning, new(frame.Name, warning.Line, warning.Column), warning.Text);
        }
    }
}
