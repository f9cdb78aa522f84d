namespace Bsp.Kconfig;

/// <summary>What is done when all files have been read (scripts/kconfig/menu.c, _menu_finalize).</summary>
public sealed partial class KconfigBuilder
{
    private ExprSimplifier? _simplifier;

    private Symbol Modules => _modules ?? _symbols.No;

    private ExprSimplifier Simplifier => _simplifier ??= new(Expressions, _symbols);

    /// <summary>Propagates dependencies, forms submenus, and checks the whole.</summary>
    /// <returns>The tree; <see cref="Messages"/> says whether it has errors.</returns>
    public KconfigTree Finish()
    {
        Entry = _root;
        if (_root.Prompt is null)
            Prompt(PropertyKind.Menu, "Main menu", null);
        var choices = new List<MenuNode>();
        try
        {
            Finalize(_root, insideChoice: false);
            choices.AddRange(NumberedChoices());
            new RecursionCheck(_messages).Run(_root);
        }
        catch (InsufficientExecutionStackException)
        {
            Report(MessageSeverity.Error, _root.Position, "the dependencies are nested too deeply");
        }

        return new(Dialect, _symbols, Expressions, _root, _modules, choices);
    }

    private void Finalize(MenuNode parent, bool insideChoice)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        var symbol = parent.Symbol;
        if (parent.FirstChild is not null)
        {
            for (var node = parent.FirstChild; node is not null; node = node.Next)
                Propagate(parent, node);
            for (var node = parent.FirstChild; node is not null; node = node.Next)
                Finalize(node, symbol?.IsChoice == true);
        }
        else if (!insideChoice && symbol is not null)
        {
            FormSubmenu(parent, symbol);
            symbol.DirectDependency = Expressions.Either(symbol.DirectDependency, parent.Dependency);
        }

        Flatten(parent);
        if (symbol is null || symbol.IsChecked)
            return;
        symbol.IsChecked = true;
        if (symbol.Type == SymbolType.Unknown)
            Warn(parent.Position, "config symbol defined without type");
        new PropertyCheck(_messages).Run(symbol);
    }

    private Expr? Simplified(Expr? outer, Expr? own) =>
        Simplifier.WithoutDuplicates(Expressions.Both(outer, Simplifier.Transform(Simplifier.WithModules(own, Modules))));

    private void Propagate(MenuNode parent, MenuNode node)
    {
        node.Dependency = Simplified(parent.Dependency, node.Dependency);
        var properties = node.Symbol?.PropertyList ?? (node.Prompt is { } prompt ? [prompt] : []);
        foreach (var property in properties)
        {
            // A property of another definition of the symbol is handled there.
            if (property.Node != node)
                continue;
            property.Condition = Simplified(node.Dependency, property.Condition);
            if (property.Kind is not (PropertyKind.Select or PropertyKind.Imply) || node.Symbol is not { } symbol)
                continue;
            var target = property.Target!;
            var because = Expressions.Both(Expressions.Of(symbol), property.Condition);
            if (property.Kind == PropertyKind.Select)
                target.ReverseDependency = Expressions.Either(target.ReverseDependency, because);
            else
                target.Implied = Expressions.Either(target.Implied, because);
        }
    }

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

    /// <summary>What is in an <c>if</c>, or below a symbol without a prompt, stands where that stands.</summary>
    private static void Flatten(MenuNode parent)
    {
        for (var node = parent.FirstChild; node is not null; node = node.Next)
        {
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

    private IEnumerable<MenuNode> NumberedChoices()
    {
        var count = 0;
        foreach (var node in _root.Descendants())
        {
            if (node.Symbol is { IsChoice: true })
            {
                node.ChoiceIndex = count++;
                yield return node;
            }
            else if (node.Symbol is { Choice: null } symbol)
            {
                symbol.Choice = ChoiceOf(symbol);
            }
        }
    }

    /// <summary>The choice around the first definition of a symbol that has a prompt.</summary>
    internal static MenuNode? ChoiceOf(Symbol symbol)
    {
        var node = symbol.NodeList.Find(node => node.Prompt is not null)?.Parent;
        while (node is { Symbol: null })
            node = node.Parent;
        return node is { Symbol.IsChoice: true } ? node : null;
    }
}
