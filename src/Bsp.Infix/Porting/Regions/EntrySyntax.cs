using System.Text.RegularExpressions;

namespace Bsp.Infix.Porting.Regions;

/// <summary>How the entries of a list are written.</summary>
internal abstract partial class EntrySyntax
{
    /// <summary>A line an entry, which is what it says: <c>source "…"</c>, <c>- rpi64_boot</c>.</summary>
    public static EntrySyntax Lines { get; } = new LineSyntax();

    /// <summary>
    /// Items of a Markdown list that are links, each for what it points to: <c>- [NanoPi R2S](friendlyarm-nanopi-r2s/)</c>.
    /// </summary>
    public static EntrySyntax Links { get; } = new LinkSyntax();

    /// <summary>Arms of a shell's <c>case</c>, from the pattern to <c>;;</c>, each for its pattern.</summary>
    public static EntrySyntax CaseArms { get; } = new CaseSyntax();

    /// <summary>The entries among some lines.</summary>
    /// <param name="lines">Lines of the file.</param>
    /// <param name="start">The first that counts.</param>
    /// <param name="end">The first index after it.</param>
    public abstract IEnumerable<Entry> Read(IReadOnlyList<string> lines, int start, int end);

    private sealed class LineSyntax : EntrySyntax
    {
        public override IEnumerable<Entry> Read(IReadOnlyList<string> lines, int start, int end) =>
            from i in Enumerable.Range(start, end - start)
            let text = lines[i].Trim()
            where text is not ("" or ['#', ..])
            select new Entry(i, 1, text);
    }

    private sealed partial class LinkSyntax : EntrySyntax
    {
        public override IEnumerable<Entry> Read(IReadOnlyList<string> lines, int start, int end) =>
            from i in Enumerable.Range(start, end - start)
            let link = Link.Match(lines[i])
            where link.Success
            select new Entry(i, 1, link.Groups["target"].Value.TrimEnd('/'));

        [GeneratedRegex(@"^\s*[-*] \[[^\]]*\]\((?<target>[^)\s]*)\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
        private static partial Regex Link { get; }
    }

    private sealed class CaseSyntax : EntrySyntax
    {
        public override IEnumerable<Entry> Read(IReadOnlyList<string> lines, int start, int end)
        {
            for (var i = start; i < end; i++)
            {
                var pattern = lines[i].Trim();
                if (pattern is "" or ['#', ..] || pattern.IndexOf(')', StringComparison.Ordinal) is not (> 0 and var close))
                    continue;
                var last = End(lines, i, end);
                yield return new(i, last - i + 1, pattern[..close].TrimStart('('));
                i = last;
            }
        }

        // A case within the arm has arms of its own.
        private static int End(IReadOnlyList<string> lines, int start, int end)
        {
            var depth = 0;
            for (var i = start; i < end; i++)
            {
                var text = lines[i].Trim();
                if (text is ['c', 'a', 's', 'e', ' ', ..])
                    depth++;
                else if (text is ['e', 's', 'a', 'c', ..])
                    depth--;
                else if (depth == 0 && text.EndsWith(";;", StringComparison.Ordinal))
                    return i;
            }

            return end - 1;
        }
    }
}
