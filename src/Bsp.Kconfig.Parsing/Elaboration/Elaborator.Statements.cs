using Bsp.Kconfig.Parsing.Lexing;
using Bsp.Kconfig.Parsing.Syntax;

namespace Bsp.Kconfig.Parsing.Elaboration;

/// <summary>What each statement does.</summary>
internal sealed partial class Elaborator
{
    private void Elaborate(Frame frame, in Statement statement, SourcePosition position)
    {
        // The builder sees the end of an entry where the C tool does: at the statement after it.
        _builder.Position = position;
        var first = !_started;
        _started = true;
        if (statement.Kind >= StatementKind.Type)
        {
            if (!_options.Apply(_entry, statement, frame.Syntax))
                Invalid(statement, position);
            return;
        }
        if (statement.Kind == StatementKind.Invalid)
        {
            Recover(frame, statement, position);
            return;
        }
        CloseEntry();
        if (!IsAllowedHere(statement, first))
        {
            Invalid(statement, position);
            _entry = EntryKind.Broken;
            return;
        }
        Execute(frame, statement, position);
    }

    private void Execute(Frame frame, in Statement statement, SourcePosition position)
    {
        switch (statement.Kind)
        {
            case StatementKind.Config or StatementKind.MenuConfig:
                _oldOptions.SymbolName = statement.Word!.Text;
                _builder.BeginConfig(_binder.Symbol(statement.Word));
                _entry = statement.Kind == StatementKind.Config ? EntryKind.Config : EntryKind.MenuConfig;
                break;
            case StatementKind.ConfigDefault:
                _oldOptions.SymbolName = statement.Word!.Text;
                _builder.BeginDefaults(_binder.Symbol(statement.Word));
                _entry = EntryKind.ConfigDefault;
                break;
            case StatementKind.Comment:
                _builder.Comment(statement.Text!);
                _entry = EntryKind.Comment;
                break;
            case StatementKind.Choice:
                _builder.BeginChoice(statement.Word?.Text);
                Begin(EntryKind.Choice, frame, position);
                break;
            case StatementKind.Menu:
                _builder.BeginMenu(statement.Text!);
                Begin(EntryKind.Menu, frame, position);
                break;
            case StatementKind.If:
                _builder.BeginIf(_binder.Expression(statement.Value!));
                _blocks.Open(BlockKind.If, frame, position);
                break;
            case StatementKind.EndChoice:
                _blocks.Close(BlockKind.Choice, frame, position);
                break;
            case StatementKind.EndMenu:
                _blocks.Close(BlockKind.Menu, frame, position);
                break;
            case StatementKind.EndIf:
                _blocks.Close(BlockKind.If, frame, position);
                break;
            case StatementKind.MainMenu when _source.Dialect.IsOfLinux2_6:
                // The title of its .config.
                _builder.MainMenu($"Busybox version: {_context.Environment("KERNELVERSION")}");
                break;
            case StatementKind.MainMenu when !_source.Dialect.HasMacros && statement.Text!.Contains('$', StringComparison.Ordinal):
                // The symbols that it names are defined after it.
                _lateTitle = statement.Text;
                break;
            case StatementKind.MainMenu:
                _builder.MainMenu(statement.Text!);
                break;
            case StatementKind.Source:
                Include(statement, position);
                break;
            case StatementKind.Assignment:
                // The C tool has read the line's end by now, and counted it.
                _context.Line = statement.Line + 1;
                _variables.Assign(statement.Word!.Text, statement.Keyword, statement.Text!, _expander.Expand);
                break;
        }
    }

    private void Include(in Statement statement, SourcePosition position)
    {
        var name = _source.Dialect.HasMacros ? statement.Text! : _oldOptions.Expand(statement.Text!);
        var optional = statement.Keyword is TokenKind.OptionalSource or TokenKind.OptionalRelativeSource;
        _includes.EnterAll(_includes.Resolve(name, statement.Keyword), position, optional);
    }

    private void Begin(EntryKind entry, Frame frame, SourcePosition position)
    {
        _entry = entry;
        _pending = (frame, position);
    }

    /// <summary>Ends the options of the open entry; what can have members takes them from here.</summary>
    private void CloseEntry()
    {
        switch (_entry)
        {
            case EntryKind.Config or EntryKind.MenuConfig or EntryKind.ConfigDefault:
                _builder.EndConfig(_entry == EntryKind.MenuConfig);
                break;
            case EntryKind.Choice:
                _builder.BeginChoiceMembers();
                _blocks.Open(BlockKind.Choice, _pending.File, _pending.Position);
                break;
            case EntryKind.Menu:
                _builder.BeginMenuMembers();
                _blocks.Open(BlockKind.Menu, _pending.File, _pending.Position);
                break;
        }
        _entry = EntryKind.None;
    }

    private bool IsAllowedHere(in Statement statement, bool first) => statement.Kind switch
    {
        StatementKind.MainMenu => first || _source.Dialect.IsOfKconfiglib,
        StatementKind.Menu or StatementKind.Choice => !_blocks.InChoice,
        StatementKind.MenuConfig or StatementKind.Source or StatementKind.Assignment =>
            // U-Boot still has the grammar of Linux 4.20, which took them.
            !_blocks.InChoice || _source.Dialect.HasOptionLines,
        _ => true,
    };

    private void Invalid(in Statement statement, SourcePosition position)
    {
        var name = StatementNames.Of(statement);
        var context = _entry switch
        {
            EntryKind.Config or EntryKind.MenuConfig => "a symbol has no such option",
            EntryKind.ConfigDefault => "a configdefault has only defaults",
            EntryKind.Choice => "a choice has no such option",
            EntryKind.Menu when statement.Kind == StatementKind.VisibleIf => "it must come before 'depends on'",
            EntryKind.Menu => "a menu has no such option",
            EntryKind.Comment => "a comment has no such option",
            _ when statement.Kind == StatementKind.MainMenu => "it must be the first statement",
            _ when statement.Kind < StatementKind.Type => "it cannot be in a choice",
            _ => "there is no entry it could belong to",
        };
        _builder.Report(MessageSeverity.Error, position, $"invalid statement: {name}: {context}");
    }

    /// <summary>Tells what is wrong with a statement, and opens what it would have, so that its end is not a second error.</summary>
    private void Recover(Frame frame, in Statement statement, SourcePosition position)
    {
        var error = statement.Error!;
        _builder.Report(MessageSeverity.Error, new(frame.Name, error.Line, error.Column), error.Text);
        switch (statement.Keyword)
        {
            case TokenKind.If:
                CloseEntry();
                _builder.BeginIf(_builder.Expressions.Of(_builder.Symbol("y")));
                _blocks.Open(BlockKind.If, frame, position);
                break;
            case TokenKind.Menu:
                CloseEntry();
                _builder.BeginMenu("");
                Begin(EntryKind.Menu, frame, position);
                break;
            case TokenKind.Choice:
                CloseEntry();
                _builder.BeginChoice(null);
                Begin(EntryKind.Choice, frame, position);
                break;
            case TokenKind.Config or TokenKind.MenuConfig or TokenKind.ConfigDefault or TokenKind.Comment:
                CloseEntry();
                _entry = EntryKind.Broken;
                break;
        }
    }
}
