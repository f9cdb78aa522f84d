using Bsp.Kconfig;

namespace Bsp.Cli.ConfTool.Prompting;

/// <summary>The question for a member of a choice (conf_choice).</summary>
internal sealed partial class ConfigPrompter
{
    /// <summary>Asks for the value of a choice, where it has one, and for the member that is on.</summary>
    /// <returns>The value; one that is <see cref="Tristate.Module"/> has members that are asked for each.</returns>
    private Tristate PromptForChoice(MenuNode node, Symbol choice)
    {
        if (configuration.Tree.Dialect.HasModernChoices)
        {
            PromptForMember(node, isNew: false);
            return Tristate.Yes;
        }

        var isNew = !configuration.HasUser(choice);
        var isAsked = configuration.IsChangeable(choice);
        if (isAsked)
            PromptForTristate(node, choice);
        var value = configuration.TristateOf(choice);
        if (value == Tristate.Module && !isAsked)
            questions.Write($"{Margin}{node.Prompt!.Text}\n");
        if (value == Tristate.Yes)
            PromptForMember(node, isNew);
        return value;
    }

    private void PromptForMember(MenuNode choice, bool isNew)
    {
        while (true)
        {
            questions.Write($"{Margin}{choice.Prompt!.Text}\n");
            var members = ListMembers(choice, out var present);
            // From Linux 6.9 on it is the members that have values, and can be new.
            isNew |= configuration.Tree.Dialect.HasModernChoices && members.Exists(member => !configuration.HasUser(member.Symbol!));
            var answer = "";
            var number = present + 1;
            if (members.Count == 1)
            {
                number = 1;
                questions.Write($"{Margin}choice[1]: 1\n");
            }
            else
            {
                questions.Write($"{Margin}choice[1-{members.Count}?]: ");
                if (isNew || _promptsForAll)
                    answer = Line("").Trim(Blanks);
                else
                    questions.Write($"{number}\n");
                if (answer.Length > 0)
                    number = (int)Math.Min(int.MaxValue, NumberText.Leading(answer, 10));
            }

            if (answer is ['?', ..])
            {
                Explain(choice);
            }
            else if (answer is "" or [>= '0' and <= '9', ..] && number > 0 && number <= members.Count)
            {
                if (answer is not [.., '?'])
                {
                    Choose(choice, members[number - 1]);
                    return;
                }

                Explain(members[number - 1]);
            }
            else if (answer.Length == 0 && (members.Count == 0 || !(isNew || _promptsForAll)))
            {
                // No member can be on, and conf would go on for ever.
                return;
            }

            PromptAgain(choice);
        }
    }

    private List<MenuNode> ListMembers(MenuNode choice, out int present)
    {
        var selected = configuration.ListedSelectionOf(choice);
        var members = new List<MenuNode>();
        present = -1;
        for (var child = choice.FirstChild; child is not null; child = child.Next)
        {
            if (!configuration.Show(child))
                continue;
            if (child.Symbol is not { } symbol)
            {
                questions.Write($"{Margin}* {child.Prompt!.Text}\n");
                continue;
            }

            if (symbol == selected)
                present = members.Count;
            members.Add(child);
            var mark = symbol == selected ? '>' : ' ';
            questions.Write(
                $"{Margin}{mark} {members.Count}. {child.Prompt!.Text} ({symbol}){(configuration.HasUser(symbol) ? "" : " (NEW)")}\n");
        }

        return members;
    }

    private void Choose(MenuNode choice, MenuNode member)
    {
        configuration.AnswerChoice(choice, member.Symbol!);
        if (!configuration.Tree.Dialect.HasModernChoices)
            VisitChildren(member, 2);
    }
}
