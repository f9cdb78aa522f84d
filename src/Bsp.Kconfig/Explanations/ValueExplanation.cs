using System.Text;

namespace Bsp.Kconfig;

/// <summary>Says why a symbol has its value.</summary>
/// <param name="configuration">The configuration.</param>
public sealed class ValueExplanation(Configuration configuration)
{
    // Hundreds select what all need.
    private const int MaximumSelectors = 10;
    private readonly Obstacles _obstacles = new(configuration);

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
            text.Append($"  defined at {Place(node.Position)}");
            if (node.Prompt?.Text is { } prompt)
                text.Append($" with the prompt \"{prompt}\"");
            text.Append('\n');
            if (node.Dependency is { } dependency)
                text.Append($"    depends on {Written(dependency, node)}\n");
        }

        return text.ToString();
    }

    private IEnumerable<string> Reasons(Symbol symbol)
    {
        foreach (var reason in Offer(symbol).Concat(Source(symbol)))
            yield return reason;
        foreach (var selector in Selectors("selected", symbol, symbol.ReverseDependency))
            yield return selector;
        foreach (var implier in Selectors("implied", symbol, symbol.Implied))
            yield return implier;
        if (configuration.ActiveRange(symbol) is { } range)
            yield return $"range {Format(range.Low)} to {Format(range.High)}";
    }

    /// <summary>What the user asks for, whether he can, and what keeps him from it.</summary>
    private IEnumerable<string> Offer(Symbol symbol)
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
        var wanted = visible == Tristate.Module ? Tristate.Yes : Tristate.Module;
        if (visible == Tristate.Yes || (Configuration.IsTristate(symbol.Type) && configuration.TristateOf(symbol) == Tristate.Yes))
            yield break;
        foreach (var term in _obstacles.Of(symbol, wanted))
            yield return $"not met: {term}";
    }

    /// <summary>Where the value comes from when nobody gives one, or would come from.</summary>
    private IEnumerable<string> Source(Symbol symbol)
    {
        if (symbol.Choice is { } choice)
        {
            yield return configuration.SelectionOf(choice) is { } selected
                ? $"it is a member of a choice ({Place(choice.Position)}) in which {selected} is on"
                : $"it is a member of a choice ({Place(choice.Position)})";
            yield break;
        }

        var isGiven = configuration.UserValueOf(symbol) is not null && configuration.VisibilityOf(symbol) != Tristate.No;
        if (configuration.ActiveDefault(symbol) is { } preset)
            yield return isGiven ? $"without that it would have {Default(preset)}" : Default(preset);
        else if (symbol.Properties.FirstOrDefault(WouldHold) is { } other)
            yield return $"with its dependencies met it would have {Default(other)}";
    }

    /// <summary>What selects or implies it, and what would.</summary>
    private IEnumerable<string> Selectors(string verb, Symbol symbol, Expr? expr)
    {
        var all = RequestCheck.Operands(expr, ExprKind.Or).ToLookup(operand => configuration.Evaluate(operand) != Tristate.No);
        var does = symbol.Choice is null ? "" : ", which does nothing to a member of a choice";
        foreach (var operand in all[true])
            yield return $"{verb} by {configuration.WithValues(operand)}{does}";
        if (symbol.Choice is not null)
            yield break;
        foreach (var operand in all[false].Take(MaximumSelectors))
            yield return $"would be {verb} by {configuration.WithValues(operand)}";
        if (all[false].Count() - MaximumSelectors is > 0 and var more)
            yield return $"would be {verb} by {more} more";
    }

    /// <summary>Whether a default holds but for what the symbol depends on.</summary>
    private bool WouldHold(Property property)
    {
        if (property.Kind != PropertyKind.Default)
            return false;
        var dependencies = RequestCheck.Operands(property.Node.Dependency, ExprKind.And).ToList();
        return RequestCheck.Operands(property.Condition, ExprKind.And)
            .All(operand => dependencies.Contains(operand) || configuration.Evaluate(operand) != Tristate.No);
    }

    private static string Default(Property preset) => preset.Written is [var written]
        ? $"{written.Text} at {Place(preset.Position)}"
        : $"default {ExprText.AsWritten(preset.Value!)} at {Place(preset.Position)}";

    /// <summary>A dependency with the value after each symbol, and with its terms as the file has them.</summary>
    private string Written(Expr dependency, MenuNode node)
    {
        var operands = Obstacles.Operands(dependency, node.Written)
            .Select(operand => operand.Written is { } written ? $"{written.Text} [={configuration.Evaluate(written.Value).Text()}]"
                : operand.Operand.Kind == ExprKind.Or && dependency.Kind == ExprKind.And ? $"({configuration.WithValues(operand.Operand)})"
                : configuration.WithValues(operand.Operand))
            .ToList();
        // Of a single symbol, its own value says it all.
        return string.Join(" && ", operands) + (operands.Count == 1 && dependency.Kind == ExprKind.Symbol
            ? "" : $" [={configuration.Evaluate(dependency).Text()}]");
    }

    private static string Place(SourcePosition position) => $"{position.File}:{position.Line}";

    private string Format(Symbol symbol) =>
        symbol.Type == SymbolType.String ? ConfigText.Quoted(configuration.ValueOf(symbol)) : configuration.ValueOf(symbol);
}
