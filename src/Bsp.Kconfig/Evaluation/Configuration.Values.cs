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
        // Set first: what depends on itself then reads the value that a symbol has without any default.
        state.IsComputed = true;
        if (symbol.Type == SymbolType.Unknown)
        {
            (state.Text, state.Value) = (symbol.Name ?? "", Tristate.No);
            return;
        }

        state.IsWritten = false;
        ComputeVisibility(symbol);
        if (state.Visible != Tristate.No)
            state.IsWritten = true;
        (state.Value, state.Text) = (Tristate.No, Initial(symbol.Type));

        if (IsTristate(symbol.Type))
            ComputeTristate(symbol, ref state);
        else
            ComputeText(symbol, ref state);
        if (symbol == Tree.Modules)
            _modules = state.Value;
        if (symbol.IsChoice)
            state.IsWritten = false;
    }

    private static string Initial(SymbolType type) => type switch
    {
        SymbolType.Int => "0",
        SymbolType.Hex => "0x0",
        SymbolType.String => "",
        _ => "n",
    };

    private void ComputeTristate(Symbol symbol, ref State state)
    {
        Tristate value;
        if (symbol.Choice is { } choice)
        {
            ComputeChoice(choice);
            value = state.Value;
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

        state.Value = value == Tristate.Module && TypeOf(symbol) == SymbolType.Bool ? Tristate.Yes : value;
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
        return value.Or(state.Implied).And(state.Direct);
    }

    private void ComputeText(Symbol symbol, ref State state)
    {
        if (state.Visible != Tristate.No && state.HasUser)
        {
            state.Text = state.UserText;
        }
        else if (ActiveDefault(symbol)?.Target is { } source)
        {
            state.IsWritten = true;
            Compute(source);
            state.Text = _states[source.Index].Text;
        }

        if (symbol.Type is SymbolType.Int or SymbolType.Hex && ActiveRange(symbol) is { } range)
            state.Text = Clamped(state.Text!, range, symbol.Type == SymbolType.Int ? 10 : 16);
    }

    /// <summary>A number out of range becomes the bound, in the very spelling of the bound.</summary>
    private string Clamped(string text, (Symbol Low, Symbol High) range, int radix)
    {
        var value = NumberText.Leading(text, radix);
        if (value < Bound(range.Low, radix))
            return _states[range.Low.Index].Text!;
        return value > Bound(range.High, radix) ? _states[range.High.Index].Text! : text;
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

    internal (Symbol Low, Symbol High)? ActiveRange(Symbol symbol)
    {
        foreach (var property in symbol.PropertyList)
        {
            if (property.Kind == PropertyKind.Range && Evaluate(property.Condition) != Tristate.No)
                return property.Range;
        }

        return null;
    }

    private void ComputeVisibility(Symbol symbol)
    {
        var visible = Tristate.No;
        foreach (var property in symbol.PropertyList)
        {
            if (property.Text is not null)
                visible = visible.Or(Evaluate(property.Condition));
        }

        if (visible == Tristate.Module && TypeOf(symbol) != SymbolType.Tristate)
            visible = Tristate.Yes;
        ref var state = ref _states[symbol.Index];
        state.Visible = visible;
        if (symbol.IsChoiceMember)
            return;
        state.Direct = Limit(symbol, symbol.DirectDependency, whenNone: Tristate.Yes);
        state.Reverse = Limit(symbol, symbol.ReverseDependency, whenNone: Tristate.No);
        state.Implied = Limit(symbol, symbol.Implied, whenNone: Tristate.No);
    }

    private Tristate Limit(Symbol symbol, Expr? expr, Tristate whenNone)
    {
        var value = expr is null ? whenNone : Evaluate(expr);
        return value == Tristate.Module && TypeOf(symbol) == SymbolType.Bool ? Tristate.Yes : value;
    }
}
