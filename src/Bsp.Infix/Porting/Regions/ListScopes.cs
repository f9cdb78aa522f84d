namespace Bsp.Infix.Porting.Regions;

/// <summary>Finds the lists of shared files; null where a file has not got its list.</summary>
internal static class ListScopes
{
    /// <summary>What is between <c>if BR2_…</c> and its <c>endif</c> in a Kconfig file; new entries go to the end.</summary>
    public static ListScope? OfKconfigIf(IReadOnlyList<string> lines)
    {
        var start = Find(lines, 0, x => x.StartsWith("if BR2_", StringComparison.Ordinal)) + 1;
        var end = start == 0 ? -1 : LastOf(lines, x => x.Trim() == "endif");
        return end < start ? null : new(start, end, AfterLastText(lines, start, end), "");
    }

    /// <summary>The last list of links in a Markdown file; the end of the file where there is none.</summary>
    public static ListScope OfMarkdown(IReadOnlyList<string> lines)
    {
        var links = EntrySyntax.Links.Read(lines, 0, lines.Count).ToList();
        if (links.Count == 0)
            return new(0, lines.Count, lines.Count - (lines[^1].Length == 0 ? 1 : 0), "");
        var first = links.Count - 1;
        while (first > 0 && links[first - 1].Start == links[first].Start - 1)
            first--;
        return new(0, lines.Count, links[^1].Start + 1, "") { ListStart = links[first].Start };
    }

    /// <summary>
    /// A list in a YAML file, by the keys that lead to it, each indented more than the one before; new entries go to the end.
    /// </summary>
    public static Func<IReadOnlyList<string>, ListScope?> OfYaml(params string[] keys) => lines =>
    {
        var at = -1;
        foreach (var key in keys)
        {
            var around = at < 0 ? -1 : Indentation(lines[at]);
            var end = Find(lines, at + 1, x => IsText(x) && Indentation(x) <= around);
            at = Find(lines, at + 1, x => x.Trim() == key + ":");
            if (at < 0 || (end >= 0 && at > end))
                return null;
        }

        var depth = Indentation(lines[at]);
        var after = Find(lines, at + 1, x => IsText(x) && (x.TrimStart()[0] is not '-' || Indentation(x) < depth));
        if (after < 0)
            after = lines.Count;
        var first = Find(lines, at + 1, x => x.Trim() is ['-', ..]);
        var indent = first >= 0 && first < after ? lines[first][..Indentation(lines[first])] : new string(' ', depth + 2);
        return new(at + 1, after, AfterLastText(lines, at + 1, after), indent);
    };

    /// <summary>A <c>case</c> of a shell script; new entries go before <c>*)</c>.</summary>
    /// <param name="before">A line before it, such as the beginning of its function; null where the case's own line is enough.</param>
    /// <param name="head">How its line begins.</param>
    public static Func<IReadOnlyList<string>, ListScope?> OfCase(string? before, string head) => lines =>
    {
        var from = before is null ? 0 : Find(lines, 0, x => x.StartsWith(before, StringComparison.Ordinal));
        var start = from < 0 ? -1 : Find(lines, from, x => x.TrimStart().StartsWith(head, StringComparison.Ordinal));
        if (start < 0)
            return null;
        var depth = 0;
        var end = Find(
            lines, start,
            x => (depth += x.Trim() is ['c', 'a', 's', 'e', ' ', ..] ? 1 : x.Trim() is ['e', 's', 'a', 'c', ..] ? -1 : 0) == 0);
        if (end < 0)
            return null;
        var arms = EntrySyntax.CaseArms.Read(lines, start + 1, end).ToList();
        var others = arms.Find(x => x.Key == "*")?.Start ?? end;
        var indent = arms.Count > 0
            ? lines[arms[0].Start][..Indentation(lines[arms[0].Start])]
            : lines[start][..Indentation(lines[start])] + "    ";
        return new(start + 1, end, others, indent);
    };

    private static int Find(IReadOnlyList<string> lines, int from, Func<string, bool> wanted)
    {
        for (var i = from; i < lines.Count; i++)
        {
            if (wanted(lines[i]))
                return i;
        }

        return -1;
    }

    private static int LastOf(IReadOnlyList<string> lines, Func<string, bool> wanted)
    {
        var i = lines.Count - 1;
        while (i >= 0 && !wanted(lines[i]))
            i--;
        return i;
    }

    private static int AfterLastText(IReadOnlyList<string> lines, int start, int end)
    {
        while (end > start && lines[end - 1].Trim().Length == 0)
            end--;
        return end;
    }

    private static bool IsText(string line) => line.Trim() is not ("" or ['#', ..]);

    private static int Indentation(string line) => line.Length - line.TrimStart().Length;
}
