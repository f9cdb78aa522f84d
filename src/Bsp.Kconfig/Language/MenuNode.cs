namespace Bsp.Kconfig;

/// <summary>A place in the menus: a definition of a symbol, a choice, a menu, an <c>if</c> or a comment.</summary>
public sealed class MenuNode
{
    private ReadOnlyMemory<byte> _help;

    internal MenuNode(Symbol? symbol, MenuNode? parent, SourcePosition position) => (Symbol, Parent, Position) = (symbol, parent, position);

    /// <summary>The symbol or choice; null for a menu, an <c>if</c> and a comment.</summary>
    public Symbol? Symbol { get; }

    /// <summary>The node around this one; null for the root.</summary>
    public MenuNode? Parent { get; internal set; }

    /// <summary>The first node within this one.</summary>
    public MenuNode? FirstChild { get; internal set; }

    /// <summary>The node after this one, on the same level.</summary>
    public MenuNode? Next { get; internal set; }

    /// <summary>The prompt, title or text.</summary>
    public Property? Prompt { get; internal set; }

    /// <summary>What it depends on, with what is around it; null when it depends on nothing.</summary>
    public Expr? Dependency { get; internal set; }

    /// <summary>A menu's <c>visible if</c>.</summary>
    public Expr? Visibility { get; internal set; }

    /// <summary>Where it is defined.</summary>
    public SourcePosition Position { get; }

    /// <summary>A choice's members, in the order of the file; empty for all others.</summary>
    public IReadOnlyList<Symbol> ChoiceMembers => MemberList ?? (IReadOnlyList<Symbol>)[];

    /// <summary>Whether it has a help text.</summary>
    public bool HasHelp => !_help.IsEmpty;

    /// <summary>
    /// The help text without its indentation and the empty lines around it, lines separated by LF; null when there is none.
    /// </summary>
    public string? Help => HelpAsWritten?.Trim('\n');

    /// <summary>The help text without its indentation, with the empty lines around it, as conf shows it; null when there is none.</summary>
    public string? HelpAsWritten => _help.IsEmpty ? null : HelpText.Decode(_help.Span);

    /// <summary>The menu or <c>menuconfig</c> that it is, or that is around it.</summary>
    internal MenuNode MenuAround
    {
        get
        {
            var node = this;
            while (node.Parent is not null && node.Prompt?.Kind != PropertyKind.Menu)
                node = node.Parent;
            return node;
        }
    }

    internal List<Symbol>? MemberList { get; set; }

    /// <summary>The number of a choice among the choices; -1 for all others.</summary>
    internal int ChoiceIndex { get; set; } = -1;

    /// <summary>The terms of its dependencies that were decided when the files were read, its own and those around it.</summary>
    internal IReadOnlyList<WrittenTerm> Written { get; set; } = [];

    internal bool IsOptional { get; set; }

    /// <summary>Whether it only has defaults of a symbol that is defined elsewhere: <c>configdefault</c>.</summary>
    internal bool HasOnlyDefaults { get; set; }

    /// <summary>The nodes below, depth first, without this one.</summary>
    public IEnumerable<MenuNode> Descendants()
    {
        for (var node = After(this); node is not null; node = After(node))
            yield return node;
    }

    internal void SetHelp(ReadOnlyMemory<byte> raw) => _help = raw;

    /// <summary>The node that follows in the order of the file, below this one.</summary>
    internal MenuNode? After(MenuNode node)
    {
        if (node.FirstChild is not null)
            return node.FirstChild;
        while (node != this && node.Next is null)
            node = node.Parent!;
        return node == this ? null : node.Next;
    }
}
