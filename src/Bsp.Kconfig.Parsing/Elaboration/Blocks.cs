namespace Bsp.Kconfig.Parsing.Elaboration;

/// <summary>The blocks that are open, and what is wrong with the statements that end them.</summary>
/// <param name="builder">Receives ends and messages.</param>
internal sealed class Blocks(KconfigBuilder builder)
{
    /// <summary>The deepest nesting of blocks; more is a mistake or an attack, and what walks the tree would end its stack.</summary>
    public const int MaximumDepth = 1000;

    private readonly List<(BlockKind Kind, Frame File, SourcePosition Position)> _open = [];
    private int _choices;
    private bool _tooDeep;

    /// <summary>Whether a choice is open.</summary>
    public bool InChoice => _choices > 0;

    /// <summary>Opens a block that the builder has opened.</summary>
    /// <returns>False when it is nested too deeply; then it is closed again.</returns>
    public bool Open(BlockKind kind, Frame file, SourcePosition position)
    {
        _open.Add((kind, file, position));
        _choices += kind == BlockKind.Choice ? 1 : 0;
        if (_open.Count <= MaximumDepth)
            return true;
        // Reported once: whatever nests this deep does so many times.
        if (!_tooDeep)
            builder.Report(MessageSeverity.Error, position, $"blocks are nested deeper than {MaximumDepth} levels");
        _tooDeep = true;
        Pop();
        return false;
    }

    /// <summary>
    /// Ends a block. When the innermost one is another, those that hide the one that is meant are closed with it, so that
    /// one missing statement is one error.
    /// </summary>
    public void Close(BlockKind kind, Frame file, SourcePosition position)
    {
        var meant = _open.FindLastIndex(block => block.Kind == kind && block.File == file);
        if (meant < 0 || meant != _open.Count - 1)
            ReportMismatch(kind, file, position);
        if (meant < 0)
            return;
        while (_open.Count > meant)
            Pop();
    }

    /// <summary>Closes what the last file leaves open.</summary>
    public void CloseAll()
    {
        while (_open.Count > 0)
        {
            builder.Report(MessageSeverity.Error, _open[^1].Position, "missing end statement for this entry");
            Pop();
        }
    }

    private void ReportMismatch(BlockKind kind, Frame file, SourcePosition position)
    {
        if (_open.Count == 0)
        {
            builder.Report(MessageSeverity.Error, position, $"unexpected '{EndOf(kind)}': no block is open");
            return;
        }
        var innermost = _open[^1];
        if (innermost.Kind != kind)
        {
            builder.Report(MessageSeverity.Error, position, $"unexpected '{EndOf(kind)}' within {NameOf(innermost.Kind)} block");
            builder.Report(MessageSeverity.Info, innermost.Position, $"location of the '{NameOf(innermost.Kind)}'");
        }
        else if (innermost.File != file)
        {
            builder.Report(MessageSeverity.Error, position, $"'{EndOf(kind)}' in different file than '{NameOf(kind)}'");
            builder.Report(MessageSeverity.Info, innermost.Position, $"location of the '{NameOf(kind)}'");
        }
    }

    private void Pop()
    {
        var kind = _open[^1].Kind;
        _open.RemoveAt(_open.Count - 1);
        switch (kind)
        {
            case BlockKind.If:
                builder.EndIf();
                break;
            case BlockKind.Menu:
                builder.EndMenu();
                break;
            default:
                _choices--;
                builder.EndChoice();
                break;
        }
    }

    private static string EndOf(BlockKind kind) => "end" + NameOf(kind);

    private static string NameOf(BlockKind kind) => kind switch
    {
        BlockKind.If => "if",
        BlockKind.Menu => "menu",
        _ => "choice",
    };
}
