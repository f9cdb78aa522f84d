using System.Text;

namespace Bsp.Kconfig;

/// <summary>Says why a symbol has its value.</summary>
/// <param name="configuration">The configuration.</param>
public sealed class ValueExplanation(Configuration configuration)
{
    /// <summary>The explanation, in several lines.</summary>
    public string Of(Symbol symbol)
    {
        var text = new StringBuilder();
        text.Append($"{configuration.Tree.Dialect.Prefix}{symbol} = {Format(symbol)}\n");
        if (!symbol.IsDefined)
            return text.Append("  no file defines it; others mention it\n").ToString();
        foreach (var reason in Reasons(symbol))
            text.Append("  ").Append(reason).Append('\n');
        foreach (var node in symbol.Nodes)
        {
            text.Append($"  defined at {node.Position.File}:{node.Position.Line}");
            if (node.Prompt?.Text is { } prompt)
                text.Append($" with the prompt \"{prompt}\"");
            text.Append('\n');
            if (node.Dependency is { } dependency)
                text.Append($"    depends on {configuration.WithValues(dependency)} [={configuration.Evaluate(dependency).Text()}]\n");
        }

        return text.ToString();
    }

    private IEnumerable<string> Reasons(Symbol symbol)
    {
        var visible = configuration.VisibilityOf(symbol);
        var given = configuration.UserValueOf(symbol);
        if (given is not null)
            yield return visible == Tristate.No
                ? $"the configuration asks for {given}, but the symbol is not offered"
                : $"the configuration asks for {given}";
        else if (!symbol.HasPrompt)
            yield return "it has no prompt: only defaults and selects give it a value";
        else if (visible == Tristate.No)
            yield return "it is not offered: its dependencies are not met";
        if (visible == Tristate.Module)
            yield return "its dependencies allow no more than m";
        if (symbol.Choice is { } choice)
            yield return configuration.SelectionOf(choice) is { } selected
                ? $"it is a member of a choice ({choice.Position}) in which {selected} is on"
                : $"it is a member of a choice ({choice.Position})";
        else if ((given is null || visible == Tristate.No) && configuration.ActiveDefault(symbol) is { } preset)
            yield return $"default {preset.Value} at {preset.Position}";
        foreach (var (verb, expr) in new[] { ("selected", symbol.ReverseDependency), ("implied", symbol.Implied) })
        {
            foreach (var operand in RequestCheck.Operands(expr, ExprKind.Or)
                .Where(operand => configuration.Evaluate(operand) != Tristate.No))
                yield return $"{verb} by {configuration.WithValues(operand)}";
        }

        if (configuration.ActiveRange(symbol) is { } range)
            yield return $"range {Format(range.Low)} to {Format(range.High)}";
    }

    private string Format(Symbol symbol) =>
        symbol.Type == SymbolType.String ? ConfigText.Quoted(configuration.ValueOf(symbol)) : configuration.ValueOf(symbol);
}
