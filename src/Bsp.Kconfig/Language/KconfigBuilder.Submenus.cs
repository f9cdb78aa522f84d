namespace Bsp.Kconfig;

/// <summary>Submenus that nobody wrote (scripts/kconfig/menu.c, menu_finalize).</summary>
public sealed partial class KconfigBuilder
{
    /// <summary>What follows a symbol and depends on it becomes its submenu.</summary>
    private void FormSubmenu(MenuNode parent, Symbol symbol)
    {
        var basis = Simplifier.WithoutDuplicates(Simplifier.Transform(Simplifier.ComparedWithNo(parent.Prompt?.Condition, on: true)));
        MenuNode? last = null;
        for (var node = parent.Next; node is not null; node = node.Next)
        {
            var dependency = node.Prompt is { } prompt ? prompt.Condition : node.Dependency;
            if (!ExprSimplifier.Contains(dependency, symbol))
                break;
            if (!Simplifier.DependsOn(dependency, symbol))
            {
                // A dependency like '(symbol || Q) && R' where the symbol itself depends on R counts too.
                var whole = Simplifier.WithoutDuplicates(Simplifier.Transform(Simplifier.ComparedWithNo(dependency, on: true)));
                var rest = basis;
                Simplifier.EliminateEqual(ref whole, ref rest);
                if (!Simplifier.IsYes(rest))
                    break;
            }

            Finalize(node, insideChoice: false);
            node.Parent = parent;
            last = node;
        }

        if (last is null)
            return;
        parent.FirstChild = parent.Next;
        parent.Next = last.Next;
        last.Next = null;
    }

    /// <summary>What is in an <c>if</c>, or below a symbol without a prompt, belongs where that one is.</summary>
    private void Flatten(MenuNode parent)
    {
        for (var node = parent.FirstChild; node is not null; node = node.Next)
        {
            if (parent.Symbol is { IsChoice: true } choice && !Dialect.HasModernChoices)
                Join(choice, node);
            if (node.FirstChild is null || node.Prompt is not null)
                continue;
            var last = node.FirstChild;
            for (; ; last = last.Next)
            {
                last.Parent = parent;
                if (last.Next is null)
                    break;
            }

            last.Next = node.Next;
            node.Next = node.FirstChild;
            node.FirstChild = null;
        }
    }
}
