using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Bsp.Artifacts.Checks;
using Xunit;

namespace Bsp.Artifacts.Tests.Checks;

public sealed partial class DocumentationTests
{
    private static readonly string[] s_sections = ["## Why it hurts on the board", "## Wrong", "## Right", "## When to suppress it"];

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule() =>
        Assert.Equal(
            Rules.All.Select(rule => rule.Id),
            Directory.GetFiles(Folder(), "BSP*.md")
                .Select(page => Path.GetFileNameWithoutExtension(page)!)
                .Where(id => id[3] != '0')
                .Order(StringComparer.Ordinal));

    [Fact]
    public void A_page_has_the_rules_title_and_all_sections()
    {
        foreach (var rule in Rules.All)
        {
            var page = File.ReadAllText(Path.Combine(Folder(), rule.Id + ".md"));
            Assert.StartsWith($"# {rule.Id}: {rule.Title}\n", page);
            Assert.All(s_sections, section => Assert.Contains("\n" + section + "\n", page));
        }
    }

    [Fact]
    public void Ids_are_in_order_and_none_is_used_twice()
    {
        var ids = Rules.All.Select(rule => rule.Id).ToList();

        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.Matches(RuleId(), id));
    }

    [GeneratedRegex("^BSP[0-9]{4}$")]
    private static partial Regex RuleId();

    private static string Folder([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "..", "docs", "diagnostics"));
}
