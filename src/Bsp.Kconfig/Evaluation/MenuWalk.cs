namespace Bsp.Kconfig;

/// <summary>
/// Traverses the menus and gives each symbol a value before it looks at the next one, as conf did in Linux 2.6 and does in
/// BusyBox (scripts/kconfig/conf.c).
/// </summary>
/// <param name="configuration">Receives the values.</param>
/// <param name="values">What symbols get; <see cref="NewValues.Default"/> for the values that they have when their turn comes.</param>
internal sealed class MenuWalk(Configuration configuration, NewValues values)
{
    // What a tree needs is one or two.
    private const int MaximumRounds = 100;

    /// <summary>Traverses the menus until no symbol is new.</summary>
    /// <exception cref="NotSupportedException">There is no end to it.</exception>
    public void Run()
    {
        Visit(configuration.Tree.Root);
        // What is selected can only be turned off when what selects it has been.
        if (values != NewValues.Default)
            Visit(configuration.Tree.Root);
        for (var rounds = 0; VisitNew(configuration.Tree.Root); rounds++)
        {
            if (rounds == MaximumRounds)
                throw new NotSupportedException("the values of this tree do not converge: each round of prompts adds new ones");
        }
    }

    private void Visit(MenuNode menu)
    {
        if (!configuration.IsVisible(menu))
            return;
        if (menu.Symbol is { IsChoice: true } choice)
        {
            Choose(menu, choice);
            if (configuration.TristateOf(choice) != Tristate.Module)
                return;
        }
        else if (menu.Symbol is { } symbol)
        {
            AnswerNew(symbol);
        }

        for (var child = menu.FirstChild; child is not null; child = child.Next)
            Visit(child);
    }

    /// <summary>Traverses the menus again in which something is new (check_conf).</summary>
    private bool VisitNew(MenuNode menu)
    {
        if (!configuration.IsVisible(menu))
            return false;
        var found = menu.Symbol is { } symbol && configuration.IsNew(symbol);
        if (found)
            Visit(menu.MenuAround);
        for (var child = menu.FirstChild; child is not null; child = child.Next)
            found |= VisitNew(child);
        return found;
    }

    private void AnswerNew(Symbol symbol)
    {
        if (Configuration.IsTristate(symbol.Type))
            configuration.Answer(symbol, Wanted(symbol));
        else
            configuration.Answer(symbol, configuration.ValueOf(symbol));
    }

    // The next best where a value is not possible: n is the last resort of all.
    private Tristate Wanted(Symbol symbol)
    {
        var present = configuration.TristateOf(symbol);
        if (!configuration.IsChangeable(symbol))
            return present;
        ReadOnlySpan<Tristate> wanted = values switch
        {
            NewValues.Yes => [Tristate.Yes, Tristate.Module, Tristate.No],
            NewValues.Module => [configuration.TypeOf(symbol) == SymbolType.Tristate ? Tristate.Module : Tristate.Yes, Tristate.No],
            NewValues.No => [Tristate.No],
            _ => [],
        };
        foreach (var value in wanted)
        {
            if (configuration.CanBe(symbol, value))
                return value;
        }

        return present;
    }

    private void Choose(MenuNode menu, Symbol choice)
    {
        if (configuration.IsChangeable(choice))
            AnswerNew(choice);
        if (configuration.TristateOf(choice) != Tristate.Yes)
            return;
        var selected = configuration.SelectionOf(menu);
        var offered = new List<MenuNode>();
        for (var child = menu.FirstChild; child is not null; child = child.Next)
        {
            if (child.Symbol is not null && configuration.IsVisible(child))
                offered.Add(child);
        }

        var chosen = offered.Count == 1 ? offered[0] : offered.Find(child => child.Symbol == selected);
        if (chosen is null)
            return;
        configuration.Answer(chosen.Symbol!, Tristate.Yes);
        // Only the first of what is below a member is looked at.
        if (chosen.FirstChild is { } first)
            Visit(first);
    }
}
