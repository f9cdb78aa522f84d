using System.Runtime.CompilerServices;

namespace Bsp.Kconfig;

/// <summary>Values for the symbols of a tree: those that a user gives, and those that follow from them as Kconfig computes them.</summary>
/// <remarks>
/// The rules are those of scripts/kconfig/symbol.c. Values are computed when they are asked for, and kept until a user value
/// changes. Not safe for threads; a tree can have any number of configurations.
/// </remarks>
public sealed partial class Configuration
{
    private const byte NotComputed = byte.MaxValue;
    private readonly State[] _states;
    private readonly byte[] _exprValues;
    private readonly IReadOnlyList<Symbol>?[] _memberOrder;
    private Tristate _modules;

    /// <summary>A configuration without user values.</summary>
    /// <param name="tree">The symbols.</param>
    public Configuration(KconfigTree tree)
    {
        Tree = tree;
        _states = new State[tree.Symbols.Count];
        _exprValues = new byte[tree.Expressions.Count];
        _memberOrder = new IReadOnlyList<Symbol>?[tree.Choices.Count];
        _oldPicks = new OldPick[tree.Dialect.HasModernChoices ? 0 : tree.Choices.Count];
        Invalidate();
    }

    private Configuration(Configuration original)
    {
        Tree = original.Tree;
        _states = [.. original._states];
        _exprValues = [.. original._exprValues];
        _memberOrder = [.. original._memberOrder];
        _oldPicks = [.. original._oldPicks];
        (_modules, IsChanged, SetVariables) = (original._modules, original.IsChanged, original.SetVariables);
    }

    /// <summary>The symbols.</summary>
    public KconfigTree Tree { get; }

    /// <summary>Receives symbols that are selected although their dependencies are not met, when their values are computed.</summary>
    public Action<Symbol>? OnUnmetDependency { get; set; }

    /// <summary>Symbols of variables (<c>option env</c>) that were not set when the files were read, and are <c>y</c> here.</summary>
    public IReadOnlyCollection<Symbol> SetVariables { get; init; } = [];

    /// <summary>Whether what was read last differs from what will be written.</summary>
    public bool IsChanged { get; internal set; } = true;

    /// <summary>A symbol's value as a .config has it, without quotes: <c>y</c>, <c>m</c>, <c>n</c>, a number, a text.</summary>
    public string ValueOf(Symbol symbol)
    {
        Compute(symbol);
        return IsTristate(symbol.Type) ? _states[symbol.Index].Value.Text() : _states[symbol.Index].Text!;
    }

    /// <summary>The value of a bool or tristate symbol; <see cref="Tristate.No"/> for others.</summary>
    public Tristate TristateOf(Symbol symbol)
    {
        Compute(symbol);
        return _states[symbol.Index].Value;
    }

    /// <summary>The largest value that a user may give a symbol; <see cref="Tristate.No"/> when it is not offered.</summary>
    public Tristate VisibilityOf(Symbol symbol)
    {
        Compute(symbol);
        return _states[symbol.Index].Visible;
    }

    /// <summary>The value that the user gave.</summary>
    /// <returns>Null when there is none.</returns>
    public string? UserValueOf(Symbol symbol)
    {
        ref var state = ref _states[symbol.Index];
        return !state.HasUser ? null : IsTristate(symbol.Type) ? state.UserValue.Text() : state.UserText;
    }

    /// <summary>An expression's value; <see cref="Tristate.Yes"/> for none.</summary>
    public Tristate Evaluate(Expr? expr)
    {
        if (expr is null)
            return Tristate.Yes;
        // Of what depends on itself, each evaluation may have another value.
        if (Tree.IsRecursive)
            return Calculate(expr);
        var known = _exprValues[expr.Index];
        if (known != NotComputed)
            return (Tristate)known;
        var value = Calculate(expr);
        _exprValues[expr.Index] = (byte)value;
        return value;
    }

    /// <summary>Whether a symbol's value is written to a .config.</summary>
    public bool IsWritten(Symbol symbol)
    {
        Compute(symbol);
        return _states[symbol.Index].IsWritten;
    }

    /// <summary>What a .config says of a symbol that is defined.</summary>
    /// <returns>Its value; <c>n</c> where it is off; null for a text or a number that is not offered.</returns>
    public string? FinalValueOf(Symbol symbol) => IsWritten(symbol) ? ValueOf(symbol) : IsTristate(symbol.Type) ? "n" : null;

    /// <summary>Whether a user can change a symbol's value.</summary>
    public bool IsChangeable(Symbol symbol)
    {
        Compute(symbol);
        return (!symbol.IsChoice || HasOldChoices) && _states[symbol.Index].Visible > _states[symbol.Index].Reverse;
    }

    /// <summary>
    /// The type that a symbol has here: a tristate one is bool without modules, and in a choice of which one member is on.
    /// </summary>
    public SymbolType TypeOf(Symbol symbol) =>
        symbol.Type == SymbolType.Tristate
            && (_modules == Tristate.No || (symbol.IsChoiceMember && _states[symbol.Index].Visible == Tristate.Yes))
            ? SymbolType.Bool
            : symbol.Type;

    /// <summary>A configuration with the same user values, which can be changed on its own.</summary>
    public Configuration Copy() => new(this);

    /// <summary>The configuration of the same user values, of which nothing has been computed.</summary>
    internal Configuration Fresh()
    {
        var copy = Copy();
        for (var i = 0; i < copy._states.Length; i++)
        {
            // What a symbol has taken over from the one whose name it took over, nobody gave it.
            copy._states[i].HasUser &= !copy._states[i].HasTaken;
            (copy._states[i].HasTaken, copy._states[i].AwaitsChoice, copy._states[i].Visible) = (false, false, Tristate.No);
        }

        copy.Invalidate();
        return copy;
    }

    /// <summary>Takes over all of another configuration of the same tree.</summary>
    internal void Become(Configuration other)
    {
        other._states.CopyTo(_states, 0);
        other._exprValues.CopyTo(_exprValues, 0);
        other._memberOrder.CopyTo(_memberOrder, 0);
        other._oldPicks.CopyTo(_oldPicks, 0);
        (_modules, IsChanged) = (other._modules, other.IsChanged);
    }

    /// <summary>Forgets all values that were computed, not those that the user gave.</summary>
    internal void Recompute()
    {
        Invalidate();
        IsChanged = true;
        Compute(Tree.Modules);
    }

    /// <summary>
    /// Forgets what is offered, too, which the values of a choice's members are computed from before it is known: all is as
    /// if the user values had just been read.
    /// </summary>
    internal void Restart()
    {
        for (var i = 0; i < _states.Length; i++)
            _states[i].Visible = Tristate.No;
        Recompute();
    }

    internal void Invalidate()
    {
        for (var i = 0; i < _states.Length; i++)
            _states[i].IsComputed = false;
        _exprValues.AsSpan().Fill(NotComputed);
        Fix(Tree.Yes, Tristate.Yes);
        Fix(Tree.Module, Tristate.Module);
        Fix(Tree.No, Tristate.No);
    }

    internal static bool IsTristate(SymbolType type) => type is SymbolType.Bool or SymbolType.Tristate;

    private void Fix(Symbol symbol, Tristate value)
    {
        ref var state = ref _states[symbol.Index];
        (state.IsComputed, state.Value, state.Text) = (true, value, value.Text());
    }

    /// <summary>What is known about a symbol.</summary>
    private struct State
    {
        public bool IsComputed;
        public bool IsWritten;
        public bool HasUser;
        public bool HasTaken;
        public bool AwaitsChoice;
        public Tristate Value;
        public Tristate UserValue;
        public Tristate Visible;
        public Tristate Direct;
        public Tristate Reverse;
        public Tristate Implied;
        public string? Text;
        public string? UserText;
    }
}
