namespace Bsp.Kconfig;

/// <summary>What is wrong with a symbol's lines, in the words of the kernel's conf (scripts/kconfig/menu.c, sym_check_prop).</summary>
/// <param name="messages">Receives the faults.</param>
/// <param name="choiceOf">Finds the choice that a symbol is a member of.</param>
internal sealed class PropertyCheck(List<KconfigMessage> messages, Func<Symbol, MenuNode?> choiceOf)
{
    public void Run(Symbol symbol)
    {
        foreach (var property in symbol.Properties)
        {
            switch (property.Kind)
            {
                case PropertyKind.Default:
                    CheckDefault(symbol, property);
                    break;
                case PropertyKind.Select or PropertyKind.Imply:
                    CheckSelect(symbol, property, property.Kind == PropertyKind.Select ? "select" : "imply");
                    break;
                case PropertyKind.Range:
                    CheckRange(symbol, property, property.Range!.Value);
                    break;
            }
        }
    }

    private static bool IsNumber(Symbol symbol, Symbol bound) =>
        bound.Type is SymbolType.Int or SymbolType.Hex
            || (bound.Type == SymbolType.Unknown && NumberText.IsValid(symbol.Type, bound.Name!));

    private void CheckDefault(Symbol symbol, Property property)
    {
        if (property.Target is not { } target)
        {
            if (symbol.Type is SymbolType.String or SymbolType.Int or SymbolType.Hex)
                Warn(property, $"default for config symbol '{symbol}' must be a single symbol");
            return;
        }

        if (symbol.Type is SymbolType.Int or SymbolType.Hex && !IsNumber(symbol, target))
            Warn(property, $"'{symbol}': number is invalid");
        if (symbol.IsChoice && choiceOf(target)?.Symbol != symbol)
            Warn(property, $"choice default symbol '{target}' is not contained in the choice");
    }

    private void CheckSelect(Symbol symbol, Property property, string verb)
    {
        if (symbol.Type is not (SymbolType.Bool or SymbolType.Tristate))
            Warn(property, $"config symbol '{symbol}' uses {verb}, but is not bool or tristate");
        else if (property.Target is { Type: SymbolType.Int or SymbolType.Hex or SymbolType.String } target)
            Warn(property, $"'{target}' has wrong type. '{verb}' only accept arguments of bool and tristate type");
    }

    private void CheckRange(Symbol symbol, Property property, (Symbol Low, Symbol High) range)
    {
        if (symbol.Type is not (SymbolType.Int or SymbolType.Hex))
            Warn(property, "range is only allowed for int or hex symbols");
        if (!IsNumber(symbol, range.Low) || !IsNumber(symbol, range.High))
            Warn(property, "range is invalid");
    }

    private void Warn(Property property, string text) => messages.Add(new(MessageSeverity.Warning, property.Position, text));
}
