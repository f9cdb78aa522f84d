namespace Bsp.Kconfig;

/// <summary>
/// Values that a user gives in a menu, where only what will hold is taken (scripts/kconfig/symbol.c, sym_set_tristate_value and
/// sym_set_string_value).
/// </summary>
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

        SetUserValue(symbol, value);
        if (symbol.Choice is not null)
            MoveToFront(symbol);
        Restart();
        return true;
    }

    /// <summary>Gives a number or a text a value.</summary>
    /// <returns>
    /// False when it is none of the symbol's type or out of its range, or the symbol cannot be changed; nothing has changed then.
    /// </returns>
    public bool Set(Symbol symbol, string value)
    {
        if (IsTristate(symbol.Type) || !IsChangeable(symbol) || !IsInRange(symbol, value) || !TrySetUserValue(symbol, value))
            return false;
        Restart();
        return true;
    }

    /// <summary>Sets a value as the answer to a question: the one that a symbol has counts as given by the user from then on.</summary>
    /// <returns>False when it cannot be; nothing has changed then.</returns>
    internal bool Answer(Symbol symbol, Tristate value)
    {
        var present = TristateOf(symbol);
        if (!CanBe(symbol, value) && !(HasOldChoices && present == value))
            return false;
        if (HasOldChoices && symbol.Choice is { } choice && value == Tristate.Yes)
        {
            _oldPicks[choice.ChoiceIndex].User = symbol;
            _states[choice.Symbol!.Index].HasUser = true;
            foreach (var member in choice.ChoiceMembers)
                _states[member.Index].HasUser |= _states[member.Index].Visible != Tristate.No;
        }

        SetUserValue(symbol, value);
        if (present != value)
            Recompute();
        return true;
    }

    /// <summary>Sets a number or a text as the answer to a question; a hexadecimal number may lack its prefix.</summary>
    /// <returns>False when it is none of the symbol's type or out of its range; nothing has changed then.</returns>
    internal bool Answer(Symbol symbol, string value)
    {
        if (symbol.Type == SymbolType.Hex && !value.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            value = "0x" + value;
        var before = UserValueOf(symbol);
        if (!IsInRange(symbol, value) || !TrySetUserValue(symbol, value))
            return false;
        if (before != value)
            Recompute();
        return true;
    }

    /// <summary>Chooses a member as the answer to a question.</summary>
    internal void AnswerChoice(MenuNode choice, Symbol member)
    {
        if (HasOldChoices)
            Answer(member, Tristate.Yes);
        else if (TakeMember(choice, member))
            Recompute();
    }

    /// <summary>Turns a member of a choice on, and the others off (choice_set_value).</summary>
    private void Select(MenuNode choice, Symbol member)
    {
        TakeMember(choice, member);
        Restart();
    }

    /// <returns>Whether it changes what is on.</returns>
    private bool TakeMember(MenuNode choice, Symbol member)
    {
        var changes = false;
        foreach (var other in Visible(choice).ToList())
        {
            var value = other == member ? Tristate.Yes : Tristate.No;
            changes |= _states[other.Index].Value != value;
            SetUserValue(other, value);
            MoveToFront(other);
        }

        return changes;
    }
}
