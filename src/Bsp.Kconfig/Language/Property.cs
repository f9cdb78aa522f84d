namespace Bsp.Kconfig;

/// <summary>What a line of a definition is.</summary>
public enum PropertyKind : byte
{
    /// <summary>The text with which a symbol or choice is offered.</summary>
    Prompt,

    /// <summary>The text of a <c>comment</c>.</summary>
    Comment,

    /// <summary>The title of a menu, or the prompt of a <c>menuconfig</c>.</summary>
    Menu,

    /// <summary><c>default</c>, <c>def_bool</c>, <c>def_tristate</c>.</summary>
    Default,

    /// <summary><c>select</c>.</summary>
    Select,

    /// <summary><c>imply</c>.</summary>
    Imply,

    /// <summary><c>range</c>.</summary>
    Range,
}

/// <summary>A line of a definition: a prompt, a default, a select, an imply or a range, with the condition under which it holds.</summary>
public sealed class Property
{
    // Few have one, so that the others are the smaller for it.
    private Bounds? _range;

    internal Property(PropertyKind kind, MenuNode node, SourcePosition position) => (Kind, Node, Position) = (kind, node, position);

    /// <summary>What it is.</summary>
    public PropertyKind Kind { get; internal set; }

    /// <summary>The definition that it belongs to.</summary>
    public MenuNode Node { get; }

    /// <summary>Where it is.</summary>
    public SourcePosition Position { get; }

    /// <summary>The text of a prompt, comment or menu; null for the others.</summary>
    public string? Text { get; internal set; }

    /// <summary>The condition, with the dependencies of the definition and of the menus around it; null when there is none.</summary>
    public Expr? Condition { get; internal set; }

    /// <summary>A default's value; a select's or an imply's symbol.</summary>
    public Expr? Value { get; internal set; }

    /// <summary>A range's bounds, both included.</summary>
    public (Symbol Low, Symbol High)? Range
    {
        get => _range is { } range ? (range.Low, range.High) : null;
        internal set => _range = value is var (low, high) ? new(low, high) : null;
    }

    /// <summary>The line as its file has it, where functions or variables in it were decided when it was read; else nothing.</summary>
    internal IReadOnlyList<WrittenTerm> Written { get; set; } = [];

    /// <summary>The symbol that <see cref="Value"/> is; null where it is more than a symbol.</summary>
    public Symbol? Target => Value is { Kind: ExprKind.Symbol } ? Value.Symbol : null;

    private sealed record Bounds(Symbol Low, Symbol High);
}
