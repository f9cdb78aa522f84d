namespace Bsp.Kconfig;

/// <summary>Choices up to Linux 6.8, which have values of their own (scripts/kconfig/symbol.c, sym_calc_choice).</summary>
/// <remarks>A choice that is y has one member that is on; in one that is m its members may be m each.</remarks>
public sealed partial class Configuration
{
    private readonly OldPick[] _oldPicks;

    private bool HasOldChoices => !Tree.Dialect.HasModernChoices;

    /// <summary>How far a prompt is offered. Where one member is on, those that cannot be y are not offered.</summary>
    private Tristate Offered(Symbol symbol, Property prompt)
    {
        var value = Evaluate(prompt.Condition);
        return value == Tristate.Module && symbol is { Type: SymbolType.Tristate, Choice: { } choice }
            && _states[choice.Symbol!.Index].Value == Tristate.Yes
            ? Tristate.No
            : value;
    }

    private void FinishOldChoice(Symbol choice, ref State state)
    {
        var node = choice.NodeList[0];
        ref var pick = ref _oldPicks[node.ChoiceIndex];
        pick.Now = null;
        if (state.Value == Tristate.Yes)
            pick.Now = OldSelection(node, ref state);
        if (!state.IsWritten)
            return;
        foreach (var member in Visible(node))
            _states[member.Index].IsWritten = true;
    }

    private Symbol? OldSelection(MenuNode choice, ref State state)
    {
        var decided = true;
        foreach (var member in choice.ChoiceMembers)
        {
            ComputeVisibility(member);
            ref var other = ref _states[member.Index];
            decided &= other.HasUser || other.Visible == Tristate.No;
        }

        // A choice with a member that the user has not seen yet is to be asked for again.
        state.HasUser &= decided;
        if (_oldPicks[choice.ChoiceIndex].User is { } wanted && _states[wanted.Index].Visible != Tristate.No)
            return wanted;
        if (DefaultOf(choice) is { } preset)
            return preset;
        state.Value = Tristate.No;
        // What was computed with the choice being y, above, is so no longer.
        ForgetExpressions();
        return null;
    }

    /// <summary>
    /// The choice counts as set by the user from now on, and the members that are not set as off (set_all_choice_values).
    /// </summary>
    private void SettleOldChoice(Symbol choice)
    {
        foreach (var member in choice.NodeList[0].ChoiceMembers)
        {
            if (!HasUser(member))
                _states[member.Index].UserValue = Tristate.No;
        }

        ref var state = ref _states[choice.Index];
        (state.HasUser, state.AwaitsChoice, state.IsComputed) = (true, false, false);
        if (state.UserValue.And(state.Visible).Or(state.Reverse) != state.Value)
            ForgetExpressions();
    }

    private void ForgetExpressions() => _exprValues.AsSpan().Fill(NotComputed);

    /// <summary>Which member of a choice is on.</summary>
    private struct OldPick
    {
        /// <summary>The one that the user wants.</summary>
        public Symbol? User;

        /// <summary>The one that is.</summary>
        public Symbol? Now;
    }
}
