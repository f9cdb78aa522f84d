namespace Bsp.Kconfig;

/// <summary>Texts and numbers.</summary>
internal sealed partial class CauseFinder
{
    private Cause OfMissingText(Symbol symbol, string wanted) => configuration.IsWritten(symbol)
        ? OfText(symbol, text => !RequestCheck.IsAlike(symbol, text, wanted))
        : VisibleAtMost(symbol, Tristate.No) + NoDefault(symbol);

    /// <summary>Why a text is one of those that are alike; without a function, why it is the one that it is.</summary>
    private Cause OfText(Symbol symbol, Func<string, bool>? isAlike)
    {
        if (!symbol.IsDefined || symbol.IsConstant)
            return Cause.None;
        if (Configuration.IsTristate(symbol.Type))
            return Same(symbol);
        var now = configuration.ValueOf(symbol);
        isAlike ??= text => text == now;
        var range = OfRange(symbol);
        var variable = variables.Of(symbol);
        var alike = variable?.Where(value => value is not null && isAlike(configuration.InRange(symbol, value))) ?? 0;
        var isVisible = configuration.VisibilityOf(symbol) != Tristate.No;
        if (variable is not null && variable.Current != 0 && isVisible)
            return range + Cause.Of(variable, alike) + VisibleAtLeast(symbol, Tristate.Module);
        var byDefault = range + (configuration.ActiveDefault(symbol) is { } active
            ? Cause.All(
                [
                    .. symbol.PropertyList.TakeWhile(property => property != active)
                        .Where(property => property.Kind == PropertyKind.Default)
                        .Select(property => AtMost(property.Condition!, Tristate.No)),
                    AtLeast(active.Condition, Tristate.Module),
                    active.Target is { } source ? OfText(source, null) : Cause.None,
                ])
            : NoDefault(symbol));
        return variable is null ? byDefault : byDefault + Cause.Cheaper(
            variable.Current == 0 ? Cause.Of(variable, alike | 1) : null, isVisible ? null : VisibleAtMost(symbol, Tristate.No))!;
    }

    private Cause NoDefault(Symbol symbol) => Cause.All(
        symbol.PropertyList.Where(property => property.Kind == PropertyKind.Default)
            .Select(property => AtMost(property.Condition!, Tristate.No)));

    /// <summary>Why the range that counts does, and has the bounds that it has.</summary>
    private Cause OfRange(Symbol symbol)
    {
        if (symbol.Type == SymbolType.String)
            return Cause.None;
        var active = configuration.ActiveRangeProperty(symbol);
        return Cause.All(
            [
                .. symbol.PropertyList.TakeWhile(property => property != active)
                    .Where(property => property.Kind == PropertyKind.Range)
                    .Select(property => AtMost(property.Condition!, Tristate.No)),
                active is null ? Cause.None : AtLeast(active.Condition, Tristate.Module),
                active?.Range is var (low, high) ? OfText(low, null) + OfText(high, null) : Cause.None,
            ]);
    }
}
