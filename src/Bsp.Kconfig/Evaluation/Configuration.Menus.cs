namespace Bsp.Kconfig;

/// <summary>What the menus show.</summary>
public sealed partial class Configuration
{
    /// <summary>Whether a menu node is shown (scripts/kconfig/menu.c, menu_is_visible).</summary>
    public bool IsVisible(MenuNode node) => IsVisible(node, asks: false);

    /// <summary>
    /// Whether a menu node is shown by what asks. Up to Linux 6.8 something that is shown only for what is below it counts as
    /// given from then on.
    /// </summary>
    internal bool Show(MenuNode node) => IsVisible(node, asks: true);

    /// <summary>
    /// Whether a symbol, or a choice up to Linux 6.8, is to be asked for: it can be changed, and the user has not said anything of it.
    /// </summary>
    internal bool IsNew(Symbol symbol) =>
        !HasUser(symbol) && (IsChangeable(symbol) || (HasOldChoices && symbol.IsChoice && TristateOf(symbol) == Tristate.Yes));

    private bool IsVisible(MenuNode node, bool asks)
    {
        if (node.Prompt is not { } prompt || (node.Visibility is not null && Evaluate(node.Visibility) == Tristate.No))
            return false;
        if (node.Symbol is { } symbol)
            Compute(symbol);
        // conf lists the members that it offered before the last answer, too, where the choice has not looked at them since.
        var isListed = asks && !HasOldChoices && node.Symbol is { IsChoiceMember: true } member
            && _states[member.Index].Visible != Tristate.No;
        if (isListed || (node.Symbol is { } offered ? Offered(offered, prompt) : Evaluate(prompt.Condition)) != Tristate.No)
            return true;
        if (node.Symbol is null || TristateOf(node.Symbol) == Tristate.No)
            return false;
        // Something that is selected though it is not offered is shown for what is below it.
        for (var child = node.FirstChild; child is not null; child = child.Next)
        {
            if (!IsVisible(child, asks))
                continue;
            _states[node.Symbol.Index].HasUser |= asks && HasOldChoices;
            return true;
        }

        return false;
    }

    /// <summary>
    /// The value that a symbol has when the user says nothing of it, as far as savedefconfig looks (scripts/kconfig/symbol.c,
    /// sym_get_string_default).
    /// </summary>
    internal string DefaultValueOf(Symbol symbol)
    {
        ComputeVisibility(symbol);
        Compute(Tree.Modules);
        var property = ActiveDefault(symbol);
        if (!IsTristate(symbol.Type))
            return DefaultText(symbol, property);

        ref var state = ref _states[symbol.Index];
        var value = (property is null ? Tristate.No : Evaluate(property.Value).And(Evaluate(property.Condition))).Or(state.Reverse);
        if (value == Tristate.Module && !symbol.IsChoiceMember && TristateOf(Tree.Modules) == Tristate.No)
            value = Tristate.Yes;
        if (value == Tristate.Module && symbol.Type == SymbolType.Bool)
            value = Tristate.Yes;
        return value.Or(state.Implied).Text();
    }

    private string DefaultText(Symbol symbol, Property? property)
    {
        var text = property?.Target is { } source ? TextOf(source) : "";
        return text.Length == 0 ? Initial(symbol.Type) : text;
    }

    private string TextOf(Symbol symbol)
    {
        Compute(symbol);
        return _states[symbol.Index].Text!;
    }
}
