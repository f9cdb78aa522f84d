namespace Bsp.Kconfig;

/// <summary>Choices and their members: see <c>Configuration.Choices.cs</c> and <c>Configuration.OldChoices.cs</c>.</summary>
internal sealed partial class CauseFinder
{
    private readonly Dictionary<MenuNode, Cause> _choices = [];
    private HashSet<MenuNode> _pending = [];

    /// <summary>Why a member of a choice, or a choice, is what it is.</summary>
    private Cause MemberIs(Symbol symbol)
    {
        var choice = symbol.IsChoice ? symbol.NodeList[0] : symbol.Choice!;
        if (!Tree.Dialect.HasModernChoices)
            return IsOff(symbol) ? OffBefore6_9(symbol) : WholeChoice(choice);
        if (configuration.VisibilityOf(symbol) == Tristate.No)
            return VisibleAtMost(symbol, Tristate.No);
        if (configuration.SelectionOf(choice) is not { } on || variables.Of(on) is not { UserTristate: Tristate.Yes } chosen)
            return WholeChoice(choice);
        // The one that was asked for last stays on until another one is asked for.
        var others = symbol == on ? choice.ChoiceMembers.Where(member => member != on) : [symbol];
        return Cause.All(
            [
                .. others.Select(variables.Of)
                    .OfType<FixVariable>()
                    .Select(other => Cause.Of(other, other.Where(value => value != "y") | other.Here)),
                Cause.Of(chosen, chosen.Here),
                VisibleAtLeast(on, Tristate.Module),
            ]);
    }

    // Up to Linux 6.8 what is not offered is like any other symbol.
    private bool IsOff(Symbol symbol) => configuration.TristateOf(symbol) == Tristate.No
        && symbol.PropertyList.TrueForAll(property => property.Text is null || configuration.Evaluate(property.Condition) == Tristate.No);

    private Cause OffBefore6_9(Symbol symbol) =>
        VisibleAtMost(symbol, Tristate.No)
        // The defaults of a choice are its members.
        + (symbol.IsChoice ? Cause.None : DefaultAtMost(symbol, Tristate.No))
        + (symbol.ReverseDependency is { } selects ? AtMost(selects, Tristate.No) : Cause.None);

    /// <summary>All that decides which members of a choice are on.</summary>
    private Cause WholeChoice(MenuNode choice)
    {
        if (_choices.TryGetValue(choice, out var known))
            return known;
        // Members depend on the choice; what is found meanwhile lacks it, and is not kept.
        if (_pending.Contains(choice))
            return Cause.Itself;
        var inside = new CauseFinder(configuration, variables) { _pending = [.. _pending, choice] };
        var cause = Cause.All(
            [
                .. choice.ChoiceMembers.Select(inside.Whole),
                .. choice.Symbol!.PropertyList.Select(property => inside.Same(property.Condition)),
                inside.Same(choice.Symbol.DirectDependency),
            ]);
        IsDoubtful |= inside.IsDoubtful;
        return _choices[choice] = cause;
    }
}
