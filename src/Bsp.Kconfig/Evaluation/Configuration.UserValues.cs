namespace Bsp.Kconfig;

/// <summary>Values that the user gives.</summary>
public sealed partial class Configuration
{
    /// <summary>Gives a symbol a value, as a line of a .config does; whether it holds depends on the dependencies.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="value">The value as a .config has it, a text without quotes.</param>
    /// <returns>False when the value is none of the symbol's type; nothing has changed then.</returns>
    public bool Assign(Symbol symbol, string value)
    {
        if (!TryGive(symbol, value))
            return false;
        Restart();
        return true;
    }

    /// <summary>Discards all values.</summary>
    public void Clear()
    {
        ForgetUserValues();
        Restart();
    }

    /// <summary>Gives a symbol a value as a line does, without forgetting what was computed from the old one.</summary>
    internal bool TryGive(Symbol symbol, string value)
    {
        if (!TrySetUserValue(symbol, value))
            return false;
        if (symbol.Choice is not null)
            MoveToFront(symbol);
        return true;
    }

    internal bool HasUser(Symbol symbol) => _states[symbol.Index].HasUser;

    /// <summary>Stores a value, without forgetting what was computed from the old one.</summary>
    internal bool TrySetUserValue(Symbol symbol, string value)
    {
        ref var state = ref _states[symbol.Index];
        switch (symbol.Type)
        {
            case SymbolType.Bool or SymbolType.Tristate:
                // As conf does: the first letter counts.
                var wanted = Tristates.Parse(value.Length > 0 ? value.Substring(0, 1) : "");
                if (wanted is null || symbol.IsConstant || (wanted == Tristate.Module && symbol.Type == SymbolType.Bool))
                    return false;
                state.UserValue = wanted.Value;
                break;
            case SymbolType.Int or SymbolType.Hex or SymbolType.String:
                if (!NumberText.IsValid(symbol.Type, value))
                    return false;
                state.UserText = value;
                break;
            default:
                return true;
        }

        (state.HasUser, state.HasTaken) = (true, false);
        return true;
    }

    internal void SetUserValue(Symbol symbol, Tristate value)
    {
        ref var state = ref _states[symbol.Index];
        (state.UserValue, state.HasUser, state.HasTaken) = (value, true, false);
    }

    internal void ForgetUserValues()
    {
        for (var i = 0; i < _states.Length; i++)
            (_states[i].HasUser, _states[i].UserValue, _states[i].UserText) = (false, Tristate.No, null);
        if (!HasOldChoices)
            return;
        foreach (var choice in Tree.Choices)
            _states[choice.Symbol!.Index].HasUser = true;
        _oldPicks.AsSpan().Clear();
    }

    /// <summary>Whether a symbol's value is the one that the user gave.</summary>
    internal bool IsAsGiven(Symbol symbol)
    {
        Compute(symbol);
        ref var state = ref _states[symbol.Index];
        return IsTristate(symbol.Type) ? state.UserValue == state.Value : state.UserText == state.Text;
    }
}
