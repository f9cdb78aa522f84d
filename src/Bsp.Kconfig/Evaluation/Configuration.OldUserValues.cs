namespace Bsp.Kconfig;

/// <summary>User values where choices are symbols, up to Linux 6.8 (scripts/kconfig/confdata.c and conf.c).</summary>
public sealed partial class Configuration
{
    /// <summary>What a line for a member says about its choice (conf_read_simple).</summary>
    /// <param name="member">The member, which has its user value.</param>
    /// <param name="warn">Receives what is doubtful.</param>
    internal void NoteOldMember(Symbol member, Action<string> warn)
    {
        var node = member.Choice!;
        ref var choice = ref _states[node.Symbol!.Index];
        var given = _states[member.Index].UserValue;
        if ((given == Tristate.Module && choice.UserValue == Tristate.Yes)
            || (given == Tristate.Yes && choice.UserValue != Tristate.No && Tree.Dialect.IsOfLinux2_6))
        {
            warn($"{member} creates inconsistent choice state");
            choice.HasUser = false;
        }
        else if (given == Tristate.Yes)
        {
            if (choice.UserValue != Tristate.No)
                warn($"override: {member} changes choice state");
            _oldPicks[node.ChoiceIndex].User = member;
        }

        choice.UserValue = choice.UserValue.Or(given);
    }

    /// <summary>When a text has been read: values for what is not offered, and numbers out of range, do not count (conf_read).</summary>
    /// <param name="isUnsaved">Whether something differs from what was read.</param>
    /// <returns>The same, afterwards.</returns>
    internal bool DropUnusable(bool isUnsaved)
    {
        foreach (var symbol in Tree.HashOrder)
        {
            ref var state = ref _states[symbol.Index];
            if (!state.HasUser || symbol.IsChoiceMember)
                continue;
            if (state.Visible == Tristate.No && (!isUnsaved || Tree.Dialect.IsOfLinux2_6))
                state.HasUser = false;
            if (IsTristate(symbol.Type) || IsInRange(symbol, state.UserText!))
                continue;
            (state.HasUser, state.IsComputed, isUnsaved) = (false, false, true);
            ForgetExpressions();
        }

        return isUnsaved;
    }

    /// <summary>Gives all symbols without a user value the same (conf_set_all_new_symbols).</summary>
    internal void SetNewOld(NewValues values)
    {
        foreach (var symbol in Tree.HashOrder)
        {
            ref var state = ref _states[symbol.Index];
            if (values != NewValues.Default && IsTristate(symbol.Type) && !state.HasUser && !state.IsComputed)
                SetUserValue(symbol, symbol.IsOnInAllNo && values == NewValues.No ? Tristate.Yes : Wanted(values));
        }

        Recompute();
        foreach (var symbol in Tree.HashOrder)
        {
            if (symbol.IsChoiceMember || (symbol.IsChoice && !HasUser(symbol)))
                _states[symbol.Index].AwaitsChoice = true;
        }

        foreach (var symbol in Tree.HashOrder)
        {
            if (!symbol.IsChoice || HasUser(symbol))
                continue;
            Compute(symbol);
            SettleOldChoice(symbol);
        }
    }

    /// <summary>The value for all new symbols, where they can have it.</summary>
    internal static Tristate Wanted(NewValues values) => values switch
    {
        NewValues.Yes => Tristate.Yes,
        NewValues.Module => Tristate.Module,
        _ => Tristate.No,
    };

    /// <summary>A member that is given a value decides what its choice is.</summary>
    private void RepickOld(Symbol member)
    {
        var node = member.Choice!;
        ref var pick = ref _oldPicks[node.ChoiceIndex];
        if (_states[member.Index].UserValue == Tristate.Yes)
            pick.User = member;
        else if (pick.User == member)
            pick.User = null;
        ref var choice = ref _states[node.Symbol!.Index];
        choice.HasUser = true;
        choice.UserValue = Tristate.No;
        foreach (var other in node.ChoiceMembers)
        {
            if (HasUser(other))
                choice.UserValue = choice.UserValue.Or(_states[other.Index].UserValue);
        }
    }
}
