using System.Text;
using Bsp.Kconfig;
using Bsp.Kconfig.Parsing;

namespace Bsp.Cli.Menus;

/// <summary>What an option is, and why its value is what it is.</summary>
/// <param name="configuration">The values.</param>
/// <param name="helps">The help texts.</param>
internal sealed class WhyText(Configuration configuration, HelpTexts? helps)
{
    /// <summary>The text of a row.</summary>
    /// <param name="node">What the row is of.</param>
    /// <param name="isBlocked">Whether the user wants what cannot be: then the reason comes first.</param>
    public string Of(MenuNode node, bool isBlocked)
    {
        if (node.Symbol is not { Name: not null } symbol)
            return $"{HelpOf(node)}\n\n{Place(node)}";
        var why = $"{new ValueExplanation(configuration).Of(symbol).TrimEnd()}\n{Places(symbol)}{Selects(symbol)}";
        var help = symbol.Nodes.Select(helpOf => helps is null ? helpOf.Help : helps.Of(helpOf)).FirstOrDefault(text => text is not null)
            ?? NoHelp;
        return isBlocked ? $"{why}\n{help}" : $"{help.TrimEnd()}\n\n{why}";
    }

    private string NoHelp => helps is null
        ? "A snapshot has no help texts."
        : "There is no help available for this option.";

    private string HelpOf(MenuNode node) => (helps is null ? node.Help : helps.Of(node)) ?? node.Prompt?.Text ?? "";

    private string Place(MenuNode node)
    {
        var text = new StringBuilder($"  defined at {node.Position.File}:{node.Position.Line}\n");
        if (node.Dependency is { } dependency)
            text.Append($"    depends on {configuration.WithValues(dependency)} [={configuration.Evaluate(dependency).Text()}]\n");
        if (node.Visibility is { } visibility)
            text.Append($"    visible if {configuration.WithValues(visibility)} [={configuration.Evaluate(visibility).Text()}]\n");
        return text.Append($"  in the menus: {MenuPath.Around(node)}\n").ToString();
    }

    private static string Places(Symbol symbol) => string.Concat(
        symbol.Nodes.Where(node => node.Prompt is not null).Select(node => $"  in the menus: {MenuPath.Around(node)}\n"));

    private string Selects(Symbol symbol) => string.Concat(
        from property in symbol.Properties
        where property.Kind is PropertyKind.Select or PropertyKind.Imply
        select $"  {(property.Kind == PropertyKind.Select ? "selects" : "implies")} {property.Target}"
            + $" [={configuration.ValueOf(property.Target!)}]\n");
}
