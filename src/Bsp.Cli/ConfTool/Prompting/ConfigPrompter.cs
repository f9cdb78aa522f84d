using System.Runtime.CompilerServices;
using Bsp.Kconfig;

namespace Bsp.Cli.ConfTool.Prompting;

/// <summary>
/// Asks for the values of a configuration, a line for each, in the words of conf: <c>make oldconfig</c> and <c>make config</c>
/// (scripts/kconfig/conf.c, conf and check_conf).
/// </summary>
/// <param name="configuration">Receives the answers.</param>
/// <param name="answers">What is typed; at its end every answer is the default.</param>
/// <param name="questions">Receives what is asked.</param>
/// <param name="faults">Receives what is wrong with the input.</param>
internal sealed partial class ConfigPrompter(Configuration configuration, TextReader answers, TextWriter questions, TextWriter faults)
{
    // One or two are enough for any tree; without answers there could be no end to it.
    private const int MaximumUnansweredRounds = 100;

    // The menu that is traversed; others are only looked into.
    private MenuNode _menu = configuration.Tree.Root;
    private bool _promptsForAll;
    private bool _hasRestarted;
    private int _margin;

    /// <summary>Finds the help text of a symbol or choice, with the empty lines at its end.</summary>
    public Func<MenuNode, string?> HelpOf { get; init; } = node => node.HelpAsWritten;

    /// <summary>Whether answers are repeated among the questions, as where no terminal shows them.</summary>
    public bool Echoes { get; init; }

    private string Margin => new(' ', _margin);

    /// <summary>Asks for everything that is offered.</summary>
    /// <exception cref="NoAnswerException">There are no more answers, and one is needed.</exception>
    public void PromptForAll()
    {
        _promptsForAll = true;
        Visit(_menu);
        _promptsForAll = false;
        PromptForNew();
    }

    /// <summary>Asks for what the configuration that was read says nothing of, until an answer makes nothing new.</summary>
    /// <exception cref="NoAnswerException">There are no more answers, and one is needed.</exception>
    public void PromptForNew()
    {
        var rounds = 0;
        do
        {
            _hasRestarted = false;
            VisitNew(configuration.Tree.Root);
            if (_hasEnded && ++rounds > MaximumUnansweredRounds)
                throw new NoAnswerException(_menu.Prompt?.Text ?? "");
        }
        while (_hasRestarted);
    }

    private void Visit(MenuNode node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (!configuration.Show(node))
            return;
        if (node.Prompt is { Kind: PropertyKind.Menu } && !_promptsForAll && node != _menu)
        {
            VisitNew(node);
            return;
        }

        if (node.Prompt is { Kind: PropertyKind.Menu or PropertyKind.Comment } title)
            questions.Write($"{Margin}*\n{Margin}* {title.Text}\n{Margin}*\n");
        if (node.Symbol is { IsChoice: true } choice)
        {
            if (PromptForChoice(node, choice) != Tristate.Module)
                return;
        }
        else if (node.Symbol is { Type: SymbolType.Int or SymbolType.Hex or SymbolType.String } text)
        {
            PromptForText(node, text);
        }
        else if (node.Symbol is { } symbol)
        {
            PromptForTristate(node, symbol);
        }

        VisitChildren(node, node.Symbol is null ? 0 : 2);
    }

    private void VisitChildren(MenuNode node, int indentation)
    {
        _margin += indentation;
        for (var child = node.FirstChild; child is not null; child = child.Next)
            Visit(child);
        _margin -= indentation;
    }

    private void VisitNew(MenuNode node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (!configuration.Show(node))
            return;
        if (node.Symbol is { } symbol && configuration.IsNew(symbol))
        {
            if (!_hasRestarted)
                questions.Write("*\n* Restart config...\n*\n");
            _hasRestarted = true;
            _menu = node.MenuAround;
            Visit(_menu);
        }

        for (var child = node.FirstChild; child is not null; child = child.Next)
            VisitNew(child);
    }
}
