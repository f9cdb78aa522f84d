using Bsp.Kconfig.Parsing.Syntax;

namespace Bsp.Kconfig.Parsing.Elaboration;

/// <summary>
/// Makes the builder's symbols and expressions of what is written, each text once. Symbols are asked for from left to
/// right, as the C tool's parser does: the order in which they come into being is the order of some files it writes.
/// </summary>
/// <param name="builder">Makes symbols and expressions.</param>
internal sealed class Binder(KconfigBuilder builder)
{
    private readonly Dictionary<ExprSyntax, Expr> _expressions = new(ReferenceEqualityComparer.Instance);
    private Symbol?[] _symbols = new Symbol?[1 << 15];
    private Symbol?[] _constants = new Symbol?[1 << 10];

    /// <summary>The symbol that a word names.</summary>
    public Symbol Symbol(Word word)
    {
        ref var symbol = ref Slot(ref _symbols, word.Id);
        return symbol ??= builder.Symbol(word.Text);
    }

    /// <summary>The symbol that a word names, or the constant that a quoted one is.</summary>
    public Symbol Symbol(Word word, bool quoted)
    {
        if (!quoted)
            return Symbol(word);
        ref var symbol = ref Slot(ref _constants, word.Id);
        return symbol ??= builder.Constant(word.Text);
    }

    /// <summary>The expression; null for none.</summary>
    public Expr? Optional(ExprSyntax? syntax) => syntax is null ? null : Expression(syntax);

    /// <summary>The expression.</summary>
    public Expr Expression(ExprSyntax syntax)
    {
        if (_expressions.TryGetValue(syntax, out var known))
            return known;
        var pool = builder.Expressions;
        var expression = syntax.Kind switch
        {
            ExprKind.Symbol => pool.Of(Symbol(syntax.Left!, syntax.LeftQuoted)),
            ExprKind.Not => pool.Not(Expression(syntax.Operands[0])),
            ExprKind.And or ExprKind.Or => Chain(syntax.Kind, syntax.Operands),
            _ => Comparison(syntax),
        };
        _expressions.Add(syntax, expression);
        return expression;
    }

    /// <summary>
    /// What <c>depends on value if condition</c> asks for: the value, or that the condition is <c>n</c> (menu_add_dep in
    /// scripts/kconfig/menu.c of Linux 6.19).
    /// </summary>
    public Expr Dependency(ExprSyntax value, ExprSyntax? condition)
    {
        var expression = Expression(value);
        if (condition is null)
            return expression;
        // The condition's own symbols come first, as they are read before anything is made of them.
        Expression(condition);
        return builder.Expressions.Or(expression, Is(condition, no: true));
    }

    /// <summary>That an expression is <c>n</c>, or is not (expr_trans_compare in scripts/kconfig/expr.c).</summary>
    private Expr Is(ExprSyntax syntax, bool no)
    {
        var pool = builder.Expressions;
        switch (syntax.Kind)
        {
            case ExprKind.Symbol:
                return pool.Compare(no ? ExprKind.Equal : ExprKind.NotEqual, Symbol(syntax.Left!, syntax.LeftQuoted), builder.Symbol("n"));
            case ExprKind.Not:
                return Is(syntax.Operands[0], !no);
            case ExprKind.And or ExprKind.Or:
                var all = Is(syntax.Operands[0], no: true);
                foreach (var operand in syntax.Operands.Skip(1))
                {
                    var next = Is(operand, no: true);
                    all = syntax.Kind == ExprKind.And ? pool.Or(all, next) : pool.And(all, next);
                }
                return no ? all : pool.Not(all);
            default:
                return no ? pool.Not(Expression(syntax)) : Expression(syntax);
        }
    }

    private Expr Chain(ExprKind kind, IReadOnlyList<ExprSyntax> operands)
    {
        var all = Expression(operands[0]);
        for (var i = 1; i < operands.Count; i++)
        {
            var next = Expression(operands[i]);
            all = kind == ExprKind.And ? builder.Expressions.And(all, next) : builder.Expressions.Or(all, next);
        }
        return all;
    }

    private Expr Comparison(ExprSyntax syntax)
    {
        var left = Symbol(syntax.Left!, syntax.LeftQuoted);
        return builder.Expressions.Compare(syntax.Kind, left, Symbol(syntax.Right!, syntax.RightQuoted));
    }

    private static ref Symbol? Slot(ref Symbol?[] slots, int id)
    {
        if (id >= slots.Length)
            Array.Resize(ref slots, Math.Max(id + 1, slots.Length * 2));
        return ref slots[id];
    }
}
