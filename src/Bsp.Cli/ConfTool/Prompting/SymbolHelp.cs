using System.Text;
using Bsp.Kconfig;

namespace Bsp.Cli.ConfTool.Prompting;

/// <summary>What conf says about a symbol when it is asked with <c>?</c> (scripts/kconfig/menu.c, menu_get_ext_help).</summary>
internal static class SymbolHelp
{
    // Menus further out are not named.
    private const int MaximumMenus = 8;

    /// <summary>The text.</summary>
    /// <param name="configuration">Has the values.</param>
    /// <param name="node">The symbol's definition that is asked for.</param>
    /// <param name="help">Its help text; null for none.</param>
    public static string Text(Configuration configuration, MenuNode node, string? help)
    {
        var text = new StringBuilder();
        if (help is not null && node.Symbol?.Name is { } name)
            text.Append(configuration.Tree.Dialect.Prefix).Append(name).Append(":\n\n");
        text.Append(help ?? "There is no help available for this option.").Append('\n');
        if (node.Symbol is { } symbol)
            AppendSymbol(text, configuration, symbol);
        return text.ToString();
    }

    private static void AppendSymbol(StringBuilder text, Configuration configuration, Symbol symbol)
    {
        if (symbol.Name is not null)
        {
            text.Append($"Symbol: {symbol} [={configuration.ValueOf(symbol)}]\nType  : {KconfigBuilder.TypeName(symbol.Type)}\n");
            if (symbol.Type is SymbolType.Int or SymbolType.Hex && configuration.ActiveRange(symbol) is { } range)
                text.Append($"Range : [{configuration.WithValue(range.Low)} {configuration.WithValue(range.High)}]\n");
        }

        foreach (var node in symbol.Nodes.Where(node => node.Prompt is not null))
        {
            text.Append($"Defined at {node.Position.File}:{node.Position.Line}\n");
            AppendPrompt(text, configuration, node, node.Prompt!);
        }

        foreach (var node in symbol.Nodes.Where(node => node.Prompt is null))
        {
            text.Append($"Defined at {node.Position.File}:{node.Position.Line}\n");
            AppendCondition(text, configuration, "  Depends on: ", node.Dependency);
        }

        AppendTargets(text, configuration, symbol, PropertyKind.Select, "Selects: ");
        UnmetDependency.AppendAlternatives(
            text, configuration, symbol.ReverseDependency, "Selected by", Tristate.Yes, Tristate.Module, Tristate.No);
        AppendTargets(text, configuration, symbol, PropertyKind.Imply, "Implies: ");
        UnmetDependency.AppendAlternatives(text, configuration, symbol.Implied, "Implied by", Tristate.Yes, Tristate.Module, Tristate.No);
        text.Append("\n\n");
    }

    private static void AppendPrompt(StringBuilder text, Configuration configuration, MenuNode node, Property prompt)
    {
        text.Append($"  Prompt: {prompt.Text}\n");
        AppendCondition(text, configuration, "  Depends on: ", node.Dependency);
        if (!AreEqual(node.Dependency, prompt.Condition))
            AppendCondition(text, configuration, "  Visible if: ", prompt.Condition);
        text.Append("  Location:\n");
        var menus = new Stack<MenuNode>();
        for (var menu = node; menu.Parent is not null && menus.Count < MaximumMenus; menu = menu.Parent)
            menus.Push(menu);
        for (var indentation = 4; menus.Count > 0; indentation += 2)
        {
            var menu = menus.Pop();
            text.Append(' ', indentation).Append("-> ").Append(menu.Prompt?.Text ?? menu.Symbol?.Name);
            if (menu.Symbol is { } symbol)
                text.Append($" ({symbol} [={configuration.ValueOf(symbol)}])");
            text.Append('\n');
        }
    }

    private static void AppendCondition(StringBuilder text, Configuration configuration, string title, Expr? expr)
    {
        if (expr is not null && expr is not { Kind: ExprKind.Symbol, Symbol.Name: "y", Symbol.IsConstant: true })
            text.Append(title).Append(configuration.WithValues(expr)).Append('\n');
    }

    // But for the order of operands.
    private static bool AreEqual(Expr? left, Expr? right) => left == right
        || (left is not null && left.Kind == right?.Kind
            && new HashSet<Expr>(RequestCheck.Operands(left, left.Kind)).SetEquals(RequestCheck.Operands(right, left.Kind)));

    private static void AppendTargets(StringBuilder text, Configuration configuration, Symbol symbol, PropertyKind kind, string title)
    {
        var targets = symbol.Properties.Where(property => property.Kind == kind)
            .Select(property => configuration.WithValues(property.Value))
            .ToList();
        if (targets.Count > 0)
            text.Append(title).Append(string.Join(" && ", targets)).Append('\n');
    }
}
