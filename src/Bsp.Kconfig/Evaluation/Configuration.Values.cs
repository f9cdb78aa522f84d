using System.Globalization;
using System.Runtime.CompilerServices;

namespace Bsp.Kconfig;

/// <summary>How a symbol gets its value (scripts/kconfig/symbol.c, sym_calc_value).</summary>
public sealed partial class Configuration
{
    internal void Compute(Symbol symbol)
    {
        ref var state = ref _states[symbol.Index];
        if (state.IsComputed)
            return;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (state.AwaitsChoice && symbol.IsChoiceMember)
        {
            state.AwaitsChoice = false;
            Compute(symbol.Choice!.Symbol!);
        }

        // Set first: what depends on itself then reads the value that a symbol has without any default.
        state.IsComputed = true;
        state.Text ??= "";
        if (symbol.Type == SymbolType.Unknown)
        {
            (state.Text, state.Value) = (symbol.Name ?? "", Tristate.No);
            return;
        }

        state.IsWritten = false;
        if (symbol.IsInternal && SetVariables.Contains(symbol))
        {
            state.Value = Tristate.Yes;
            return;
        }

        ComputeVisibility(symbol);
        if (state.Visible != Tristate.No)
            state.IsWritten = true;
        (state.Value, state.Text) = (Tristate.No, Initial(symbol.Type));

        if (IsTristate(symbol.Type))
            ComputeTristate(symbol, ref state);
        else
            ComputeText(symbol, ref state);
        TakeTransitionalValue(symbol, ref state);
        if (symbol == Tree.Modules)
            _modules = state.Value;
        if (symbol.IsChoice && HasOldChoices)
            FinishOldChoice(symbol, ref state);
        if (symbol.IsChoice || symbol.IsInternal || symbol.IsTransitional)
            state.IsWritten = false;
        if (symbol.IsChoice && state.AwaitsChoice)
            SettleOldChoice(symbol);
    }

    /// <summary>A symbol that gets its value from the one whose name it has taken over has been asked for under that name.</summary>
    private void TakeTransitionalValue(Symbol symbol, ref State state)
    {
        if (!Tree.Dialect.HasTransitional || state.HasUser || symbol.IsChoice || symbol.Choice is not null
            || ActiveDefault(symbol)?.Target is not { IsTransitional: true } before || !HasUser(before))
            return;
        (state.HasUser, state.HasTaken, state.UserValue, state.UserText) = (true, true, state.Value, state.Text);
    }

    private string Initial(SymbolType type) => type switch
    {
        SymbolType.Int when Tree.Dialect.HasNumericDefaults => "0",
        SymbolType.Hex when Tree.Dialect.HasNumericDefaults => "0x0",
        SymbolType.Int or SymbolType.Hex or SymbolType.String => "",
        _ => "n",
    };

    private void ComputeTristate(Symbol symbol, ref State state)
    {
        Tristate value;
        if (symbol.Choice is { } choice && !HasOldChoices)
        {
            ComputeChoice(choice);
            value = state.Value;
        }
        else if (symbol.Choice is { } old && state.Visible == Tristate.Yes)
        {
            value = _oldPicks[old.ChoiceIndex].Now == symbol ? Tristate.Yes : Tristate.No;
        }
        else
        {
            if (state.Visible != Tristate.No && state.HasUser)
                value = state.UserValue.And(state.Visible);
            else
                value = WithoutUser(symbol, ref state);
            if (state.Direct < state.Reverse)
                OnUnmetDependency?.Invoke(symbol);
            value = value.Or(state.Reverse);
        }

        var isFull = TypeOf(symbol) == SymbolType.Bool || (state.Implied == Tristate.Yes && Tree.Dialect.ImpliesFully);
        state.Value = value == Tristate.Module && isFull ? Tristate.Yes : value;
    }

    private Tristate WithoutUser(Symbol symbol, ref State state)
    {
        if (state.Reverse != Tristate.No)
            state.IsWritten = true;
        if (symbol.IsChoice)
            return Tristate.No;
        var value = Tristate.No;
        if (ActiveDefault(symbol) is { } property)
        {
            value = Evaluate(property.Value).And(Evaluate(property.Condition));
            if (value != Tristate.No)
                state.IsWritten = true;
        }

        if (state.Implied == Tristate.No)
            return value;
        state.IsWritten = true;
        value = value.Or(state.Implied);
        return Tree.Dialect.ImpliesFully ? value : value.And(state.Direct);
    }

    private void ComputeText(Symbol symbol, ref State state)
    {
        // A text in a choice counts as given when another member is chosen, but nobody has given it.
        if (state.Visible != Tristate.No && state is { HasUser: true, UserText: { } given })
        {
            state.Text = given;
        }
        else if (ActiveDefault(symbol)?.Target is { } source)
        {
            state.IsWritten = true;
            Compute(source);
            state.Text = _states[source.Index].Text;
        }

        state.Text = InRange(symbol, state.Text!);
    }

    /// <summary>What a symbol's text becomes in the range that counts now.</summary>
    internal string InRange(Symbol symbol, string text) =>
        symbol.Type is SymbolType.Int or SymbolType.Hex && ActiveRange(symbol) is { } range
            ? Clamped(text, range, symbol.Type == SymbolType.Int ? 10 : 16)
            : text;

    /// <summary>A number out of range becomes the bound.</summary>
    private string Clamped(string text, (Symbol Low, Symbol High) range, int radix)
    {
        var value = NumberText.Leading(text, radix);
        var low = Bound(range.Low, radix);
        var (bound, limit) = value < low ? (range.Low, low) : (range.High, Bound(range.High, radix));
        if (value >= low && value <= limit)
            return text;
        if (!Tree.Dialect.NormalizesBounds)
            return _states[bound.Index].Text!;
        return radix == 10 ? limit.ToString(CultureInfo.InvariantCulture) : "0x" + limit.ToString("x", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether a text is a number within the range that holds, where the symbol is a number.</summary>
    private bool IsInRange(Symbol symbol, string text)
    {
        if (symbol.Type == SymbolType.String)
            return true;
        if (!NumberText.IsValid(symbol.Type, text))
            return false;
        if (ActiveRange(symbol) is not { } range)
            return true;
        var radix = symbol.Type == SymbolType.Int ? 10 : 16;
        var value = NumberText.Leading(text, radix);
        return value >= Bound(range.Low, radix) && value <= Bound(range.High, radix);
    }

    private long Bound(Symbol symbol, int radix)
    {
        Compute(symbol);
        var own = symbol.Type switch
        {
            SymbolType.Int => 10,
            SymbolType.Hex => 16,
            _ => radix,
        };
        return NumberText.Leading(_states[symbol.Index].Text!, own);
    }

    internal Property? ActiveDefault(Symbol symbol)
    {
        foreach (var property in symbol.PropertyList)
        {
            if (property.Kind == PropertyKind.Default && Evaluate(property.Condition) != Tristate.No)
                return property;
        }

        return null;
    }

    internal (Symbol Low, Symbol High)? ActiveRange(Symbol symbol) => ActiveRangeProperty(symbol)?.Range;

    internal Property? ActiveRangeProperty(Symbol symbol)
    {
        foreach (var property in symbol.PropertyList)
        {
            if (property.Kind == PropertyKind.Range && Evaluate(property.Condition) != Tristate.No)
                return property;
        }

        return null;
    }

    private void ComputeVisibility(Symbol symbol)
    {
        if (symbol.IsTransitional)
        {
            _states[symbol.Index].Visible = Tristate.Yes;
            return;
        }

        var visible = Tristate.No;
        foreach (var property in symbol.PropertyList)
        {
            if (property.Text is not null)
                visible = visible.Or(Offered(symbol, property));
        }

        if (visible == Tristate.Module && (symbol.Type != SymbolType.Tristate || _modules == Tristate.No))
            visible = Tristate.Yes;
        ref var state = ref _states[symbol.Index];
        state.Visible = visible;
        if (symbol.IsChoiceMember)
            return;
        state.Direct = Limit(symbol, symbol.DirectDependency, whenNone: Tristate.Yes);
        state.Reverse = Limit(symbol, symbol.ReverseDependency, whenNone: Tristate.No);
        state.Implied = state.Direct == Tristate.No && Tree.Dialect.ImpliesFully
            ? Tristate.No
            : Limit(symbol, symbol.Implied, whenNone: Tristate.No);
    }

    private Tristate Limit(Symbol symbol, Expr? expr, Tristate whenNone)
    {
        var value = expr is null ? whenNone : Evaluate(expr);
        return value == Tristate.Module && TypeOf(symbol) == SymbolType.Bool ? Tristate.Yes : value;
    }
}
