namespace Bsp.Kconfig;

/// <summary>
/// Choices up to Linux 6.8, which are symbols: bool or tristate, perhaps optional, perhaps continued elsewhere
/// (scripts/kconfig/menu.c, menu_finalize).
/// </summary>
public sealed partial class KconfigBuilder
{
    /// <summary>
    /// A choice without a type has that of its first member that has one; members without a type have that of the choice.
    /// </summary>
    private void ShareType(MenuNode parent, Symbol choice)
    {
        var members = TypedMembers(parent).ToList();
        if (choice.Type == SymbolType.Unknown)
            choice.Type = members.Find(member => member.Type != SymbolType.Unknown)?.Type ?? SymbolType.Unknown;
        foreach (var member in members.Where(member => member.Type == SymbolType.Unknown))
            member.Type = choice.Type;
    }

    // To conf, what is within an 'if' is not yet in the choice then.
    private IEnumerable<Symbol> TypedMembers(MenuNode parent)
    {
        for (var node = parent.FirstChild; node is not null; node = node.Next)
        {
            if (node.Symbol is { } member)
                yield return member;
            else if (Dialect.IsOfKconfiglib && node.Prompt is null)
            {
                foreach (var within in TypedMembers(node))
                    yield return within;
            }
        }
    }

    /// <summary>A symbol that is in a choice, and not in a submenu there, becomes a member.</summary>
    private void Join(Symbol choice, MenuNode node)
    {
        if (node.Symbol is not { IsChoiceMember: false } member)
            return;
        member.IsChoiceMember = true;
        member.Choice = choice.NodeList[0];
        member.Choice.MemberList!.Add(member);
        if (node.Prompt is null)
            Warn(node.Position, "choice value must have a prompt");
        foreach (var property in member.PropertyList)
        {
            if (property.Kind == PropertyKind.Default)
                Warn(property.Position, "defaults for choice values not supported");
            if (property.Kind == PropertyKind.Prompt && property.Node != node && property.Node.Parent?.Symbol != choice)
                Warn(property.Position, "choice value used outside its choice group");
        }

        if (choice.Type == SymbolType.Tristate && member.Type != SymbolType.Tristate)
            RequireFullChoice(Expressions.Compare(ExprKind.Equal, choice, _symbols.Yes), node, member);
    }

    /// <summary>A bool member cannot be in a choice that is <c>m</c>.</summary>
    private void RequireFullChoice(Expr isFull, MenuNode node, Symbol member)
    {
        // The dependencies of the node have been given to its properties already.
        node.Dependency = Expressions.Both(isFull, node.Dependency);
        foreach (var property in member.PropertyList)
        {
            if (property.Node == node)
                property.Condition = Expressions.Both(isFull, property.Condition);
        }
    }

    /// <summary>A choice that is offered and not optional cannot be <c>n</c>: its own prompt selects it.</summary>
    private void SelectByPrompt(MenuNode node, Symbol choice)
    {
        if (node.Prompt is not { } prompt || choice.IsOptionalChoice)
            return;
        var because = Expressions.Both(prompt.Condition, Expressions.Of(_symbols.Module));
        choice.ReverseDependency = Expressions.Either(choice.ReverseDependency, because);
    }
}
