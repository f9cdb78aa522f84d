namespace Bsp.Kconfig;

/// <summary>Bool and tristate symbols: see <c>Configuration.Values.cs</c>.</summary>
internal sealed partial class CauseFinder
{
    private Cause AtMost(Symbol symbol, Tristate limit)
    {
        // Texts are never more.
        if (limit == Tristate.Yes || !Configuration.IsTristate(symbol.Type) || !Tree.Possible.CanBe(symbol))
            return Cause.None;
        return Remembered((symbol.Index, true, true, limit), () =>
        {
            if (symbol.Choice is not null || symbol.IsChoice)
                return MemberIs(symbol);
            if (configuration.TristateOf(symbol) == Tristate.No)
                limit = Tristate.No;
            return (symbol.ReverseDependency is { } selects ? AtMost(selects, limit) : Cause.None)
                + WithoutSelectsAtMost(symbol, limit)
                // Without modules, m is y.
                + (limit == Tristate.Module ? AtLeast(Tree.Modules, Tristate.Module) + NotImpliedFully(symbol) : Cause.None);
        });
    }

    private Cause NotImpliedFully(Symbol symbol) => !Tree.Dialect.ImpliesFully || symbol.Implied is null ? Cause.None
        : configuration.Evaluate(symbol.DirectDependency) == Tristate.No ? AtMost(symbol.DirectDependency!, Tristate.No)
        : AtMost(symbol.Implied, Tristate.Module);

    private Cause WithoutSelectsAtMost(Symbol symbol, Tristate limit)
    {
        var byDefault = DefaultOf(symbol) <= limit ? DefaultAtMost(symbol, limit) : null;
        if (variables.Of(symbol) is not { } variable)
            return byDefault!;
        var visible = configuration.VisibilityOf(symbol);
        var small = variable.Where(value => value is not null && Tristates.Parse(value) <= limit);
        Cause? best = null;
        if (variable.UserTristate <= limit)
        {
            if (visible != Tristate.No)
                best = Cause.Of(variable, small) + VisibleAtLeast(symbol, Tristate.Module);
            if (byDefault is not null)
                best = Cause.Cheaper(best, Cause.Of(variable, small | 1) + byDefault);
        }

        if (variable.Current == 0 && byDefault is not null)
            best = Cause.Cheaper(best, Cause.Of(variable, small | 1) + byDefault);
        if (visible > limit || best?.Choices <= 1)
            return best!;
        var hidden = VisibleAtMost(symbol, limit);
        if (byDefault is not null)
            return Cause.Cheaper(best, hidden + byDefault)!;
        // What is offered as m, and has a value of its own, is no more than m.
        return Cause.Cheaper(best, hidden + VisibleAtLeast(symbol, Tristate.Module) + Cause.Of(variable, ~1UL))!;
    }

    private Cause AtLeast(Symbol symbol, Tristate limit)
    {
        if (limit == Tristate.No || !Configuration.IsTristate(symbol.Type) || symbol.IsConstant)
            return Cause.None;
        return Remembered((symbol.Index, true, false, limit), () =>
        {
            if (symbol.Choice is not null || symbol.IsChoice)
                return MemberIs(symbol);
            Cause? best = null;
            foreach (var (level, further) in Levels(symbol, limit))
            {
                if (symbol.ReverseDependency is { } selects && configuration.Evaluate(selects) >= level)
                    best = Cause.Cheaper(best, AtLeast(selects, level) + further);
                if (WithoutSelectsAtLeast(symbol, level) is { } own)
                    best = Cause.Cheaper(best, own + further);
            }

            return best ?? Whole(symbol);
        });
    }

    /// <summary>What makes a symbol so much: a bool is y where m would do, and so is a tristate without modules.</summary>
    private IEnumerable<(Tristate Level, Cause Further)> Levels(Symbol symbol, Tristate limit)
    {
        yield return (symbol.Type == SymbolType.Bool ? Tristate.Module : limit, Cause.None);
        if (symbol.Type == SymbolType.Tristate && limit == Tristate.Yes && configuration.TristateOf(Tree.Modules) == Tristate.No)
            yield return (Tristate.Module, AtMost(Tree.Modules, Tristate.No));
    }

    private Cause? WithoutSelectsAtLeast(Symbol symbol, Tristate level)
    {
        var variable = variables.Of(symbol);
        var visible = configuration.VisibilityOf(symbol);
        if (variable is not null && variable.Current != 0 && visible != Tristate.No)
        {
            return variable.UserTristate < level || visible < level ? null
                : Cause.Of(variable, variable.Where(value => value is not null && Tristates.Parse(value) >= level))
                    + VisibleAtLeast(symbol, level);
        }

        if (DefaultOf(symbol) < level)
            return null;
        var byDefault = DefaultAtLeast(symbol, level);
        if (variable is null)
            return byDefault;
        return byDefault + Cause.Cheaper(
            variable.Current == 0 ? Cause.Of(variable, 1) : null,
            visible == Tristate.No ? VisibleAtMost(symbol, Tristate.No) : null)!;
    }

    /// <summary>The value of a symbol that nobody gives one, before selects.</summary>
    private Tristate DefaultOf(Symbol symbol)
    {
        var value = configuration.ActiveDefault(symbol) is { } active
            ? configuration.Evaluate(active.Value).And(configuration.Evaluate(active.Condition))
            : Tristate.No;
        var (direct, implied) = (configuration.Evaluate(symbol.DirectDependency), ImpliedOf(symbol));
        if (Tree.Dialect.ImpliesFully)
            return direct == Tristate.No ? value : value.Or(implied);
        return implied == Tristate.No ? value : value.Or(implied).And(direct);
    }

    private Tristate ImpliedOf(Symbol symbol) => symbol.Implied is { } implied ? configuration.Evaluate(implied) : Tristate.No;

    private Cause DefaultAtMost(Symbol symbol, Tristate limit)
    {
        var causes = new List<Cause>();
        var defaults = symbol.PropertyList.FindAll(property => property.Kind == PropertyKind.Default);
        for (var i = 0; i < defaults.Count; i++)
        {
            causes.Add(GivesAtMost(defaults[i], limit)!);
            if (configuration.Evaluate(defaults[i].Condition) == Tristate.No)
                continue;
            // It stays the first that counts, or those after it give no more.
            var rest = defaults.Skip(i + 1).Select(property => GivesAtMost(property, limit)).ToList();
            if (rest.Count > 0)
                causes.Add(
                    Cause.Cheaper(
                        rest.Contains(null) ? null : Cause.All(rest!), AtLeast(defaults[i].Condition, Tristate.Module))!);
            break;
        }

        if (symbol.Implied is { } implied)
        {
            var limited = configuration.Evaluate(symbol.DirectDependency) <= (Tree.Dialect.ImpliesFully ? Tristate.No : limit)
                ? AtMost(symbol.DirectDependency!, Tree.Dialect.ImpliesFully ? Tristate.No : limit)
                : null;
            causes.Add(Cause.Cheaper(ImpliedOf(symbol) <= limit ? AtMost(implied, limit) : null, limited)!);
        }

        return Cause.All(causes);
    }

    /// <summary>Why a default gives no more, whether it counts or not; null where it does.</summary>
    private Cause? GivesAtMost(Property property, Tristate limit) => Cause.Cheaper(
        configuration.Evaluate(property.Condition) <= limit ? AtMost(property.Condition!, limit) : null,
        configuration.Evaluate(property.Value) <= limit ? AtMost(property.Value!, limit) : null);

    private Cause DefaultAtLeast(Symbol symbol, Tristate level)
    {
        Cause? best = null;
        if (ImpliedOf(symbol) >= level)
            best = AtLeast(symbol.Implied, level) + AtLeast(symbol.DirectDependency, Tree.Dialect.ImpliesFully ? Tristate.Module : level);
        var before = new List<Cause>();
        foreach (var property in symbol.PropertyList.FindAll(property => property.Kind == PropertyKind.Default))
        {
            var condition = configuration.Evaluate(property.Condition);
            if (condition == Tristate.No)
            {
                before.Add(AtMost(property.Condition!, Tristate.No));
                continue;
            }

            if (configuration.Evaluate(property.Value).And(condition) >= level)
                best = Cause.Cheaper(
                    best,
                    Cause.All([.. before, AtLeast(property.Condition, level), AtLeast(property.Value, level)]));
            break;
        }

        return best ?? Whole(symbol);
    }

    private Cause VisibleAtMost(Symbol symbol, Tristate limit)
    {
        if (limit == Tristate.Module && configuration.VisibilityOf(symbol) == Tristate.No)
            limit = Tristate.No;
        return Cause.All(
            [
                .. symbol.PropertyList.Where(property => property.Text is not null)
                    .Select(property => AtMost(property.Condition!, limit)),
                limit == Tristate.Module ? AtLeast(Tree.Modules, Tristate.Module) : Cause.None,
            ]);
    }

    private Cause VisibleAtLeast(Symbol symbol, Tristate limit)
    {
        if (symbol.IsTransitional)
            return Cause.None;
        Cause? best = null;
        foreach (var (level, further) in symbol.Type is SymbolType.Bool or SymbolType.Tristate
            ? Levels(symbol, limit)
            : [(Tristate.Module, Cause.None)])
        {
            foreach (var property in symbol.PropertyList)
            {
                if (property.Text is not null && configuration.Evaluate(property.Condition) >= level)
                    best = Cause.Cheaper(best, AtLeast(property.Condition, level) + further);
            }
        }

        return best ?? Whole(symbol);
    }

    private Cause Same(Symbol symbol)
    {
        if (!Configuration.IsTristate(symbol.Type))
            return OfText(symbol, null);
        var value = configuration.TristateOf(symbol);
        return AtMost(symbol, value) + AtLeast(symbol, value);
    }

    /// <summary>All that a symbol's value is computed from: for what has no simpler cause.</summary>
    private Cause Whole(Symbol symbol) => Cause.All(
        symbol.PropertyList.Where(property => property.Kind is not (PropertyKind.Select or PropertyKind.Imply))
            .SelectMany(property => new[] { Same(property.Condition), property.Value is { } value ? Same(value) : Cause.None })
            .Concat(
                [
                    variables.Of(symbol) is { } variable ? Cause.Of(variable, variable.Here) : Cause.None,
                    Same(symbol.DirectDependency),
                    symbol.ReverseDependency is { } selects ? Same(selects) : Cause.None,
                    symbol.Implied is { } implied ? Same(implied) : Cause.None,
                    symbol == Tree.Modules ? Cause.None : Same(Tree.Modules),
                ]));
}
