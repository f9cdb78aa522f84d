using Bsp.Kconfig;

namespace Bsp.Cli.ConfTool.Prompting;

/// <summary>Questions for a symbol (conf_sym, conf_string).</summary>
internal sealed partial class ConfigPrompter
{
    private void PromptForTristate(MenuNode node, Symbol symbol)
    {
        while (true)
        {
            var present = configuration.TristateOf(symbol);
            questions.Write($"{Margin}{node.Prompt!.Text} ");
            if (symbol.Name is { } name)
                questions.Write($"({name}) ");
            questions.Write("[" + present.Text().ToUpperInvariant());
            foreach (var other in new[] { Tristate.No, Tristate.Module, Tristate.Yes })
            {
                if (other != present && configuration.CanBe(symbol, other))
                    questions.Write("/" + other.Text());
            }

            questions.Write("/?] ");
            if (Answer(symbol) is not { } line)
                return;
            var answer = line.Trim(Blanks);
            Tristate? wanted = answer switch
            {
                "" => present,
                "n" or "N" or "no" or "No" => Tristate.No,
                "m" or "M" => Tristate.Module,
                "y" or "Y" or "yes" or "Yes" => Tristate.Yes,
                _ => null,
            };
            if (wanted is { } value && configuration.Answer(symbol, value))
                return;
            if (wanted is not null || answer is ['?', ..])
                Explain(node);
            PromptAgain(node);
        }
    }

    private void PromptForText(MenuNode node, Symbol symbol)
    {
        while (true)
        {
            var value = configuration.ValueOf(symbol);
            questions.Write($"{Margin}{node.Prompt!.Text} ({symbol}) [{value}] ");
            if (Answer(symbol) is not { } line)
                return;
            if (line == "?\n")
                Explain(node);
            // Whatever ends the line is cut off, even the last letter.
            else if (configuration.Answer(symbol, line is ['\n', ..] ? value : line.Substring(0, line.Length - 1)))
                return;
            PromptAgain(node);
        }
    }

    /// <summary>The line that answers for a symbol.</summary>
    /// <returns>Null where nothing is asked.</returns>
    private string? Answer(Symbol symbol)
    {
        var isNew = !configuration.HasUser(symbol);
        if (isNew)
            questions.Write("(NEW) ");
        if (configuration.IsChangeable(symbol) && (isNew || _promptsForAll))
            return Line("\n");
        questions.Write(configuration.ValueOf(symbol) + "\n");
        return null;
    }

    private void Explain(MenuNode node) => questions.Write($"\n{SymbolHelp.Text(configuration, node, HelpOf(node))}\n");

    private void PromptAgain(MenuNode node)
    {
        if (_hasEnded)
            throw new NoAnswerException(node.Prompt!.Text!);
    }
}
