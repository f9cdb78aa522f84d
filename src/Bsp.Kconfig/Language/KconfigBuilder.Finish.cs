namespace Bsp.Kconfig;

/// <summary>What is done when all files have been read (scripts/kconfig/menu.c, _menu_finalize).</summary>
public sealed partial class KconfigBuilder
{
    private const string TransitionalFault = "transitional symbols can only have help sections";
    private ExprSimplifier? _simplifier;
    private MenuNode? _propagated;

    private Symbol Modules => _modules ?? _symbols.No;

    private ExprSimplifier Simplifier => _simplifier ??= new(Expressions, _symbols)
    {
        KeepsConstants = Dialect.KeepsConstants,
        OnImpossibleTest = ReportImpossibleTest,
    };

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
            NumberChoices(choices);
            LimitDefaults();
            CheckRecursion();
            CheckTransitional();
        }
        catch (InsufficientExecutionStackException)
        {
            Report(MessageSeverity.Error, _root.Position, "the dependencies are nested too deeply");
        }

        return new(Dialect, _symbols, Expressions, _root, _modules, choices)
        {
            IsRecursive = Dialect.AllowsRecursion && HasCircle(),
        };
    }

    private void Finalize(MenuNode parent, bool insideChoice)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        var symbol = parent.Symbol;
        if (parent.FirstChild is not null)
        {
            var outer = parent.Dependency;
            if (symbol is { IsChoice: true } && !Dialect.HasModernChoices)
            {
                ShareType(parent, symbol);
                outer = Expressions.Of(symbol);
            }

            for (var node = parent.FirstChild; node is not null; node = node.Next)
                Propagate(outer, node);
            for (var node = parent.FirstChild; node is not null; node = node.Next)
                Finalize(node, symbol?.IsChoice == true && Dialect.HasModernChoices);
        }
        else if (!insideChoice && symbol is not null)
        {
            FormSubmenu(parent, symbol);
            if (!parent.HasOnlyDefaults)
                symbol.DirectDependency = Expressions.Either(symbol.DirectDependency, DependencyOf(parent));
        }

        Flatten(parent);
        if (symbol is null)
            return;
        Check(parent, symbol);
        if (symbol.IsChoice && !Dialect.HasModernChoices)
            SelectByPrompt(parent, symbol);
    }

    // Of definitions of which one depends on nothing, conf keeps what the others depend on.
    private Expr? DependencyOf(MenuNode node) =>
        node.Dependency ?? (Dialect.IsOfKconfiglib ? Expressions.Of(_symbols.Yes) : null);

    /// <summary>The defaults of a <c>configdefault</c> hold where the symbol itself may be on.</summary>
    private void LimitDefaults()
    {
        foreach (var property in _root.Descendants()
            .Where(node => node.HasOnlyDefaults)
            .SelectMany(node => node.Symbol!.PropertyList.Where(property => property.Node == node)))
        {
            var mayBe = property.Node.Symbol!.DirectDependency ?? Expressions.Of(_symbols.No);
            property.Condition = Expressions.Both(mayBe, property.Condition);
        }
    }

    private void Check(MenuNode node, Symbol symbol)
    {
        if (symbol.IsChecked)
            return;
        symbol.IsChecked = true;
        if (symbol.Type == SymbolType.Unknown)
            Warn(node.Position, "config symbol defined without type");
        if (symbol.IsChoice && node.Prompt is null && !Dialect.HasModernChoices)
            Warn(node.Position, "choice must have a prompt");
        new PropertyCheck(_messages, ChoiceWith).Run(symbol);
    }

    private Expr? Simplified(Expr? outer, Expr? own) =>
        Simplifier.WithoutDuplicates(Expressions.Both(outer, Simplifier.Transform(Simplifier.WithModules(own, Modules))));

    // In the words of conf (scripts/kconfig/expr.c, expr_transform).
    private void ReportImpossibleTest(Symbol symbol, Tristate result)
    {
        if (_propagated is not { } node)
            return;
        Report(
            MessageSeverity.Warning, node.Position, $"boolean symbol {symbol} tested for 'm'? test forced to '{result.Text()}'",
            MessageTopic.ImpossibleTest);
        if (result == Tristate.No)
        {
            var no = Expressions.Of(_symbols.No);
            node.Written = [.. node.Written, new($"{symbol}=m", node.Position, no, $"{symbol} is bool, and never m")];
        }
    }

    private void Propagate(Expr? outer, MenuNode node)
    {
        // As the terms of the whole dependency become, so that they are recognised in it; what is wrong with them is said there.
        _propagated = null;
        node.Written = [.. node.Parent?.Written ?? [], .. node.Written.Select(term => term with { Value = Simplified(null, term.Value)! })];
        _propagated = node;
        node.Dependency = Simplified(outer, node.Dependency);
        var properties = node.Symbol?.PropertyList ?? (node.Prompt is { } prompt ? [prompt] : []);
        foreach (var property in properties)
        {
            // A property of another definition of the symbol is handled there.
            if (property.Node != node)
                continue;
            property.Condition = Simplified(node.Dependency, property.Condition);
            if (Dialect.TakesModulesForOnInBoolConditions && node.Symbol is { Type: not SymbolType.Tristate })
                property.Condition = Simplifier.WithoutComparisonToNo(property.Condition);
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

    private void NumberChoices(List<MenuNode> choices)
    {
        foreach (var node in _root.Descendants())
        {
            if (node.Symbol is { IsChoice: true } choice)
                Number(choice.NodeList[0], node, choices);
            else if (node.Symbol is { Choice: null } symbol && Dialect.HasModernChoices)
                symbol.Choice = ChoiceOf(symbol);
        }
    }

    /// <summary>Numbers a choice; all definitions of one have the same number.</summary>
    internal static void Number(MenuNode first, MenuNode node, List<MenuNode> choices)
    {
        if (first.ChoiceIndex < 0)
        {
            first.ChoiceIndex = choices.Count;
            choices.Add(first);
        }

        node.ChoiceIndex = first.ChoiceIndex;
    }

    private MenuNode? ChoiceWith(Symbol symbol) => Dialect.HasModernChoices ? ChoiceOf(symbol) : symbol.Choice;

    // In more places than conf of this dialect looks at.
    private bool HasCircle()
    {
        var found = new List<KconfigMessage>();
        new RecursionCheck(found, ChoiceWith).Run(_symbols.InHashOrder(KconfigTree.OldBuckets));
        return found.Count > 0;
    }

    private void CheckRecursion()
    {
        var check = new RecursionCheck(_messages, ChoiceWith) { IsLenient = Dialect.AllowsRecursion };
        if (Dialect.HasModernChoices)
            check.Run(_root);
        else
            check.Run(_symbols.InHashOrder(KconfigTree.OldBuckets));
    }

    /// <summary>
    /// A symbol that has been renamed has a type and a help text, nothing else (scripts/kconfig/parser.y, transitional_check_sanity).
    /// </summary>
    private void CheckTransitional()
    {
        foreach (var node in _root.Descendants())
        {
            if (node.Symbol is not { IsTransitional: true } symbol)
                continue;
            if (node.Dependency is not null && !Simplifier.IsYes(node.Dependency))
                Report(MessageSeverity.Error, node.Position, TransitionalFault, MessageTopic.Transitional);
            else if (symbol.Properties is [var first, ..])
                Report(MessageSeverity.Error, first.Position, TransitionalFault, MessageTopic.Transitional);
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
