namespace Bsp.Kconfig;

/// <summary>Values that a user gives in a menu, where only what will hold is taken (scripts/kconfig/symbol.c, sym_set_tristate_value and sym_set_string_value).</summary>
public sealed partial class Configuration
{
    /// <summary>Whether a bool or tristate symbol, or a choice up to Linux 6.8, can be given a value that holds.</summary>
    public bool CanBe(Symbol symbol, Tristate value)
    {
        if (!IsTristate(symbol.Type) || !IsChangeable(symbol) || (value == Tristate.Module && TypeOf(symbol) == SymbolType.Bool))
            return false;
        ref var state = ref _states[symbol.Index];
        if (HasOldChoices && symbol.IsChoiceMember && state.Visible == Tristate.Yes)
            return value == Tristate.Yes;
        return value >= state.Reverse && value <= state.Visible;
    }

    /// <summary>Gives a bool or tristate symbol a value.</summary>
    /// <returns>False when it cannot be; nothing has changed then.</returns>
    public bool Set(Symbol symbol, Tristate value)
    {
        if (!CanBe(symbol, value))
            return false;
        if (value == Tristate.Yes && symbol is { Choice: { } choice } && VisibilityOf(symbol) == Tristate.Yes)
        {
            Select(choice, symbol);
            return true;
        }

        Give(symbol, value);
        if (symbol.Choice is not null)
            MoveToFront(symbol);
        Restart();
        return true;
    }

    /// <summary>Gives a number or a text a value.</summary>
    /// <returns>False when it is none of the symbol's type or out of its range, or the symbol cannot be changed; nothing has changed then.</returns>
    public bool Set(Symbol symbol, string value)
    {
        if (IsTristate(symbol.Type) || !IsChangeable(symbol) || !IsInRange(symbol, value) || !TryGive(symbol, value))
            return false;
        Restart();
        return true;
    }

    /// <summary>Takes a value as the answer to a question: the one that a symbol has counts as given by the user from then on.</summary>
    internal void Answer(Symbol symbol, Tristate value)
    {
        var present = TristateOf(symbol);
        if (present != value && !CanBe(symbol, value))
            return;
        if (symbol.Choice is { } choice && value == Tristate.Yes)
        {
            _oldPicks[choice.ChoiceIndex].User = symbol;
            _states[choice.Symbol!.Index].HasUser = true;
            foreach (var member in choice.ChoiceMembers)
                _states[member.Index].HasUser |= _states[member.Index].Visible != Tristate.No;
        }

        Give(symbol, value);
        if (present != value)
            Recompute();
    }

    /// <summary>Takes a number or a text as the answer to a question.</summary>
    internal void Answer(Symbol symbol, string value)
    {
        var before = UserValueOf(symbol);
        if (IsInRange(symbol, value) && TryGive(symbol, value) && before != value)
            Recompute();
    }

    /// <summary>Turns a member of a choice on, and the others off (choice_set_value).</summary>
    private void Select(MenuNode choice, Symbol member)
    {
        foreach (var other in Visible(choice).ToList())
        {
            Give(other, other == member ? Tristate.Yes : Tristate.No);
            MoveToFront(other);
        }

        Restart();
    }
}
