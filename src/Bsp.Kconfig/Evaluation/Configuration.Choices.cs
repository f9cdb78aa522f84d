namespace Bsp.Kconfig;

/// <summary>Which member of a choice is on (scripts/kconfig/symbol.c, sym_calc_choice, from Linux 6.9 on).</summary>
public sealed partial class Configuration
{
    /// <summary>The member that is on.</summary>
    /// <param name="choice">The choice.</param>
    /// <returns>Null when no member is offered.</returns>
    public Symbol? SelectionOf(MenuNode choice)
    {
        foreach (var member in choice.ChoiceMembers)
            Compute(member);
        return choice.ChoiceMembers.FirstOrDefault(member => TristateOf(member) == Tristate.Yes);
    }

    /// <summary>The member that is on, found without looking at the members again, as conf does before it lists them.</summary>
    internal Symbol? ListedSelectionOf(MenuNode choice) => HasOldChoices ? SelectionOf(choice) : ComputeChoice(choice);

    internal Symbol? DefaultOf(MenuNode choice)
    {
        foreach (var property in choice.Symbol!.PropertyList)
        {
            if (property.Kind == PropertyKind.Default && Evaluate(property.Condition) != Tristate.No && property.Target is { } target
                && _states[target.Index].Visible != Tristate.No)
                return target;
        }

        return Visible(choice).FirstOrDefault();
    }

    /// <summary>A member that was given a value comes first from then on.</summary>
    internal void MoveToFront(Symbol member)
    {
        if (HasOldChoices)
        {
            RepickOld(member);
            return;
        }

        // A list of its own: copies of the configuration share the old one.
        _memberOrder[member.Choice!.ChoiceIndex] = [member, .. OrderOf(member.Choice).Where(other => other != member)];
    }

    private IReadOnlyList<Symbol> OrderOf(MenuNode choice) => _memberOrder[choice.ChoiceIndex] ??= choice.ChoiceMembers;

    private IEnumerable<Symbol> Visible(MenuNode choice) =>
        (HasOldChoices ? choice.ChoiceMembers : choice.Descendants().Select(node => node.Symbol).OfType<Symbol>())
            .Where(symbol => _states[symbol.Index].Visible != Tristate.No);

    private Symbol? ComputeChoice(MenuNode choice)
    {
        var order = OrderOf(choice);
        var on = Wanted(order)
            // The default, unless the user says that it is off.
            ?? (DefaultOf(choice) is { } preset && !(_states[preset.Index] is { HasUser: true, UserValue: Tristate.No }) ? preset : null)
            // The first one that the user says nothing of.
            ?? Visible(choice).FirstOrDefault(member => !_states[member.Index].HasUser)
            // The one that was turned off first.
            ?? order.LastOrDefault(member => _states[member.Index].Visible != Tristate.No);

        foreach (var member in Visible(choice))
        {
            ref var state = ref _states[member.Index];
            state.Value = member == on ? Tristate.Yes : Tristate.No;
            state.Text = "n";
            (state.IsComputed, state.IsWritten) = (true, true);
        }

        return on;
    }

    private Symbol? Wanted(IReadOnlyList<Symbol> order)
    {
        foreach (var member in order)
        {
            ComputeVisibility(member);
            ref var state = ref _states[member.Index];
            if (state.Visible != Tristate.No && state is { HasUser: true, UserValue: Tristate.Yes })
                return member;
        }

        return null;
    }
}
