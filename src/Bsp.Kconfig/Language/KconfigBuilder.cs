namespace Bsp.Kconfig;

/// <summary>
/// Builds a tree from the statements of Kconfig files, in their order. What reads the files calls it; it knows no syntax.
/// </summary>
/// <remarks>
/// The counterpart of menu_add_entry and its like in scripts/kconfig/menu.c. Faults are collected in <see cref="Messages"/>.
/// </remarks>
/// <param name="dialect">What the files mean.</param>
public sealed partial class KconfigBuilder(KconfigDialect dialect)
{
    private readonly SymbolTable _symbols = new();
    private readonly List<KconfigMessage> _messages = [];
    private readonly MenuNode _root = new(null, null, new("", 0, 0));
    private MenuNode? _choice;
    private MenuNode? _previous;
    private Symbol? _modules;
    private MenuNode? _menuOrRoot;
    private MenuNode? _entryOrRoot;

    /// <summary>What the files mean.</summary>
    public KconfigDialect Dialect { get; } = dialect;

    /// <summary>Makes the expressions.</summary>
    public ExprPool Expressions { get; } = new();

    /// <summary>Where the statement begins whose actions follow; set before each of them.</summary>
    public SourcePosition Position { get; set; }

    /// <summary>What was found wrong, in the order of finding.</summary>
    public IReadOnlyList<KconfigMessage> Messages => _messages;

    private MenuNode Menu
    {
        get => _menuOrRoot ?? _root;
        set => _menuOrRoot = value;
    }

    /// <summary>The statement that comes next as its file has it, where variables or functions in it have been expanded.</summary>
    public (string Text, SourcePosition Position)? AsWritten { get; set; }

    private MenuNode Entry
    {
        get => _entryOrRoot ?? _root;
        set => _entryOrRoot = value;
    }

    /// <summary>The symbol that a word names.</summary>
    public Symbol Symbol(string name) => _symbols.Named(name);

    /// <summary>The constant that a quoted text is.</summary>
    public Symbol Constant(string text) => _symbols.Constant(text);

    /// <summary>Adds a message.</summary>
    public void Report(MessageSeverity severity, SourcePosition position, string text, MessageTopic topic = MessageTopic.General) =>
        _messages.Add(new(severity, position, text) { Topic = topic });

    /// <summary><c>mainmenu "title"</c>.</summary>
    public void MainMenu(string title)
    {
        Entry = _root;
        Prompt(PropertyKind.Menu, title, null);
    }

    /// <summary><c>config NAME</c> or <c>menuconfig NAME</c>; options follow, then <see cref="EndConfig"/>.</summary>
    public void BeginConfig(Symbol symbol) => Add(symbol);

    /// <summary><c>configdefault NAME</c>: defaults of a symbol that is defined elsewhere; then <see cref="EndConfig"/>.</summary>
    public void BeginDefaults(Symbol symbol)
    {
        Add(symbol);
        Entry.HasOnlyDefaults = true;
    }

    /// <summary>The options of a symbol end.</summary>
    /// <param name="menuconfig">Whether it was a <c>menuconfig</c>.</param>
    public void EndConfig(bool menuconfig)
    {
        if (menuconfig)
        {
            if (Entry.Prompt is { } prompt)
                prompt.Kind = PropertyKind.Menu;
            else
                ReportStrict("menuconfig statement without prompt");
        }

        if (_choice is not null && Dialect.HasModernChoices)
            AddMember(Entry, _choice);
    }

    /// <summary><c>choice</c>; options follow, then <see cref="BeginChoiceMembers"/>.</summary>
    /// <param name="name">The choice's name, where the dialect has such.</param>
    public void BeginChoice(string? name)
    {
        var symbol = _symbols.Choice(Dialect.HasNamedChoices ? name : null);
        symbol.IsChoice = true;
        Add(symbol);
        // All definitions of a named choice share the members.
        Entry.MemberList = symbol.NodeList[0].MemberList ?? [];
        if (Dialect.HasModernChoices)
            SetType(SymbolType.Bool);
    }

    /// <summary>The options of a choice end, its members follow, then <see cref="EndChoice"/>.</summary>
    public void BeginChoiceMembers()
    {
        if (Entry.Prompt is null && Dialect.HasModernChoices)
            Report(MessageSeverity.Error, Entry.Position, "choice must have a prompt");
        BeginMembers();
        _choice = Entry;
    }

    /// <summary><c>endchoice</c>.</summary>
    public void EndChoice()
    {
        _choice = null;
        EndMembers();
    }

    /// <summary><c>menu "title"</c>; <c>depends on</c> and <c>visible if</c> may follow, then <see cref="BeginMenuMembers"/>.</summary>
    public void BeginMenu(string title)
    {
        Add(null);
        Prompt(PropertyKind.Menu, title, null);
    }

    /// <summary>The options of a menu end, what is in it follows, then <see cref="EndMenu"/>.</summary>
    public void BeginMenuMembers() => BeginMembers();

    /// <summary><c>endmenu</c>.</summary>
    public void EndMenu() => EndMembers();

    /// <summary><c>if condition</c>; what is in it follows, then <see cref="EndIf"/>.</summary>
    public void BeginIf(Expr condition)
    {
        Add(null);
        AddDependency(condition);
        BeginMembers();
    }

    /// <summary><c>endif</c>.</summary>
    public void EndIf() => EndMembers();

    /// <summary><c>comment "text"</c>; <c>depends on</c> may follow.</summary>
    public void Comment(string text)
    {
        Add(null);
        Prompt(PropertyKind.Comment, text, null);
    }

    /// <summary>The type of the symbol.</summary>
    public void SetType(SymbolType type)
    {
        if (Entry.Symbol is not { } symbol || symbol.Type == type)
            return;
        if (symbol.Type == SymbolType.Unknown)
            symbol.Type = type;
        else
            Warn(Entry.Position, $"ignoring type redefinition of '{symbol}' from '{TypeName(symbol.Type)}' to '{TypeName(type)}'");
    }

    /// <summary>The text with which the symbol or choice is offered.</summary>
    public void AddPrompt(string text, Expr? condition) => Prompt(PropertyKind.Prompt, text, condition);

    /// <summary><c>default value if condition</c>.</summary>
    public void AddDefault(Expr value, Expr? condition) => Add(PropertyKind.Default, condition).Value = value;

    /// <summary><c>select SYMBOL if condition</c>.</summary>
    public void AddSelect(Symbol symbol, Expr? condition) => Add(PropertyKind.Select, condition).Value = Expressions.Of(symbol);

    /// <summary><c>imply SYMBOL if condition</c>.</summary>
    public void AddImply(Symbol symbol, Expr? condition) => Add(PropertyKind.Imply, condition).Value = Expressions.Of(symbol);

    /// <summary><c>range LOW HIGH if condition</c>.</summary>
    public void AddRange(Symbol low, Symbol high, Expr? condition) => Add(PropertyKind.Range, condition).Range = (low, high);

    /// <summary><c>depends on condition</c>.</summary>
    public void AddDependency(Expr condition)
    {
        Entry.Dependency = Expressions.Both(Entry.Dependency, condition);
        if (AsWritten is var (text, position))
            Entry.Written = [.. Entry.Written, .. WrittenTerm.Of(text, position, condition)];
    }

    /// <summary>Whether what is being defined depends on something so far.</summary>
    public bool HasDependency => Entry.Dependency is not null;

    /// <summary><c>visible if condition</c>.</summary>
    public void AddVisibility(Expr condition) => Entry.Visibility = Expressions.Both(Entry.Visibility, condition);

    /// <summary>The help text.</summary>
    /// <param name="raw">Its lines as the file has them, indentation included.</param>
    public void SetHelp(ReadOnlyMemory<byte> raw)
    {
        if (Entry.HasHelp)
        {
            ReportStrict(
                $"'{Entry.Symbol}' defined with more than one help text{(Dialect.IsStrict ? "" : " -- only the last one will be used")}");
        }

        if (HelpText.IsBlank(raw.Span))
            ReportStrict($"'{Entry.Symbol}' defined with blank help text");
        Entry.SetHelp(raw);
    }

    internal static string TypeName(SymbolType type) => type switch
    {
        SymbolType.Bool => "bool",
        SymbolType.Tristate => "tristate",
        SymbolType.Int => "integer",
        SymbolType.Hex => "hex",
        SymbolType.String => "string",
        _ => "unknown",
    };

    private void Add(Symbol? symbol)
    {
        var node = new MenuNode(symbol, Menu, Position);
        if (_previous is null)
            Menu.FirstChild = node;
        else
            _previous.Next = node;
        (_previous, Entry) = (node, node);
        symbol?.NodeList.Add(node);
    }

    private Property Add(PropertyKind kind, Expr? condition)
    {
        var property = new Property(kind, Entry, Position) { Condition = condition };
        // Which of its value and its condition was decided is told apart when all is known.
        if (AsWritten is var (text, position) && text.IndexOf('$', StartOfDecision(kind, text)) >= 0)
            property.Written = [new(text, position, Expressions.Of(_symbols.No), WrittenTerm.DeciderOf(text))];
        Entry.Symbol?.PropertyList.Add(property);
        return property;
    }

    // The text of a prompt decides nothing, its condition does.
    private static int StartOfDecision(PropertyKind kind, string text) =>
        kind == PropertyKind.Default ? 0
        : text.LastIndexOf(" if ", StringComparison.Ordinal) is >= 0 and var condition ? condition
        : text.Length;

    private void BeginMembers() => (Menu, _previous) = (Entry, null);

    private void EndMembers() => (_previous, Menu) = (Menu, Menu.Parent ?? _root);

    private void Prompt(PropertyKind kind, string text, Expr? condition)
    {
        var property = Add(kind, condition);
        if (text.Length > 0 && char.IsWhiteSpace(text[0]))
        {
            Warn("leading whitespace ignored");
            text = text.TrimStart();
        }

        if (Entry.Prompt is not null)
            Warn("prompt redefined");
        if (kind == PropertyKind.Prompt)
        {
            for (var menu = Entry.Parent; menu is not null; menu = menu.Parent)
            {
                if (menu.Visibility is not null)
                    property.Condition = Expressions.Both(property.Condition, menu.Visibility);
            }
        }

        property.Text = text;
        Entry.Prompt = property;
    }

    private void AddMember(MenuNode member, MenuNode choice)
    {
        var symbol = member.Symbol!;
        if (member.Prompt is null)
            Report(MessageSeverity.Error, member.Position, "choice member must have a prompt");
        if (symbol.Type != SymbolType.Bool)
            Report(MessageSeverity.Error, member.Position, "choice member must be bool");
        if (symbol.IsChoiceMember)
            return;
        symbol.IsChoiceMember = true;
        choice.MemberList!.Add(symbol);
    }

    private void ReportStrict(string text) => Report(Dialect.IsStrict ? MessageSeverity.Error : MessageSeverity.Warning, Position, text);

    private void Warn(string text) => Warn(Position, text);

    private void Warn(SourcePosition position, string text) => Report(MessageSeverity.Warning, position, text);
}
