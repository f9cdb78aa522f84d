namespace Bsp.Kconfig;

/// <summary>
/// Finds what is selected or implied to no effect: a member of a choice, which only the choice turns on (scripts/kconfig/symbol.c,
/// sym_calc_value). conf says nothing of it.
/// </summary>
/// <param name="configuration">The configuration.</param>
public sealed class IdleSelects(Configuration configuration)
{
    /// <summary>Those of the symbols that are on, each at its line.</summary>
    public IEnumerable<KconfigMessage> All()
    {
        foreach (var symbol in configuration.Tree.Symbols)
        {
            if (symbol.IsConstant || !Configuration.IsTristate(symbol.Type) || configuration.TristateOf(symbol) == Tristate.No)
                continue;
            foreach (var property in symbol.Properties)
            {
                if (IsIdle(property) && configuration.Evaluate(property.Condition) != Tristate.No)
                    yield return new(MessageSeverity.Warning, property.Position with { Column = 0 }, Text(symbol, property));
            }
        }
    }

    /// <summary>Whether a property selects or implies a member of a choice that is off.</summary>
    private bool IsIdle(Property property) =>
        property is { Kind: PropertyKind.Select or PropertyKind.Imply, Target: { Choice: not null, IsConstant: false } member }
            && configuration.TristateOf(member) == Tristate.No;

    private string Text(Symbol symbol, Property property)
    {
        var member = property.Target!;
        var verb = property.Kind == PropertyKind.Select ? "select" : "imply";
        var on = configuration.SelectionOf(member.Choice!) is { } other ? $" in which {other} is on" : "";
        return $"{verb} of {member} by {symbol} does nothing: it is a member of a choice{on}, "
            + $"and {configuration.Tree.Dialect.Prefix}{member}=y chooses it";
    }
}
