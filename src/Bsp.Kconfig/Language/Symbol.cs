namespace Bsp.Kconfig;

/// <summary>A symbol: what <c>config</c> defines, what an expression names, or a constant. A choice is one too, without a name.</summary>
/// <remarks>Values are not here but in a <see cref="Configuration"/>, of which one tree can have several.</remarks>
public sealed class Symbol
{
    internal Symbol(string? name, bool constant, int index) => (Name, IsConstant, Index) = (name, constant, index);

    /// <summary>The name without <c>CONFIG_</c>; null for a choice without a name.</summary>
    public string? Name { get; }

    /// <summary>Whether it is in quotes, or is one of <c>y</c>, <c>m</c> and <c>n</c>.</summary>
    public bool IsConstant { get; }

    /// <summary>The type. Unknown where nothing defines the symbol.</summary>
    public SymbolType Type { get; internal set; }

    /// <summary>Its definitions, in the order of the files.</summary>
    public IReadOnlyList<MenuNode> Nodes => NodeList;

    /// <summary>Its prompts, defaults, selects and ranges, of all definitions.</summary>
    public IReadOnlyList<Property> Properties => PropertyList;

    /// <summary>Whether this is a choice.</summary>
    public bool IsChoice { get; internal set; }

    /// <summary>The choice that it is a member of.</summary>
    public MenuNode? Choice { get; internal set; }

    /// <summary>What its definitions depend on: the terms of any of them.</summary>
    public Expr? DirectDependency { get; internal set; }

    /// <summary>What selects it: an alternative a symbol that does, with that one's conditions.</summary>
    public Expr? ReverseDependency { get; internal set; }

    /// <summary>What implies it.</summary>
    public Expr? Implied { get; internal set; }

    /// <summary>Whether a definition has a prompt, so that a .config can set it.</summary>
    public bool HasPrompt => PropertyList.Exists(property => property.Text is not null);

    /// <summary>Whether it is defined, by <c>config</c>, <c>menuconfig</c> or <c>choice</c>.</summary>
    public bool IsDefined => NodeList.Count > 0;

    // Most symbols have one definition, and constants none.
    internal List<MenuNode> NodeList => field ??= new(1);

    internal List<Property> PropertyList => field ??= [];

    /// <summary>Its number, from 0, in the order of first mention.</summary>
    internal int Index { get; }

    /// <summary>Is in a choice's list of members.</summary>
    internal bool IsChoiceMember { get; set; }

    /// <summary>Whether it is a choice all of whose members may be off.</summary>
    internal bool IsOptionalChoice => NodeList.Exists(node => node.IsOptional);

    /// <summary>Whether its value is for Kconfig itself and is in no file: <c>option defconfig_list</c>.</summary>
    internal bool IsInternal { get; set; }

    /// <summary>Whether it is on even where all else is off: <c>option allnoconfig_y</c>.</summary>
    internal bool IsOnInAllNo { get; set; }

    /// <summary>Whether it has been renamed, and is only read: <c>transitional</c>.</summary>
    internal bool IsTransitional { get; set; }

    /// <summary>Whether what is wrong with its definition has been reported.</summary>
    internal bool IsChecked { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Name ?? "<choice>";
}
