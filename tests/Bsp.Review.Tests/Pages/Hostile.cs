using Bsp.Review.Changes;
using Bsp.Review.Revisions;

namespace Bsp.Review.Tests.Pages;

/// <summary>What somebody may write into a board or a pull request so that a page does something else than show it.</summary>
internal static class Hostile
{
    /// <summary>Texts of each kind.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        "<script>window.hacked = 1</script>",
        "</script></style></title></svg><script>window.hacked = 1</script>",
        "<img src=x onerror=window.hacked=1>",
        "\" onmouseover=\"window.hacked=1\" autofocus onfocus=\"window.hacked=1",
        "' onclick='window.hacked=1",
        "&lt;script&gt;&#60;script&#62;",
        "<!-- ", "--><svg onload=window.hacked=1>", "]]>", "<![CDATA[", "<meta http-equiv=refresh content=0;url=http://127.0.0.1:9/>",
        "javascript:window.hacked=1", "::error::a workflow's command", "``` `a` **b** [c](http://127.0.0.1:9/) @team #1",
        "right \u202eot left\u202c, \u2066isolated\u2069, \u200b no width", "\u0000\u0001\u001b[31m\u0007\u009b\ufffe\ud800",
        "lines\r\nand\nmore\u2028of\u2029them", "{{7*7}} ${7*7} <%= 7*7 %>",
        new('x', 1 << 20), string.Concat(Enumerable.Repeat("/", 100_000)), "",
    ];

    /// <summary>A review with a text in every place that can have one.</summary>
    public static ReviewResult Review(string text)
    {
        var board = new BoardReview(
            new(text, text, Files("harmless")), new(text, text, Files(text)),
            [
                .. ChangeRules.All.Select(rule => new Change(rule, text)
                {
                    Before = text, After = text + ", a, b", Meaning = text, Layer = text, Origin = text,
                }),
                new(ChangeRules.TreeNode, $"/{text}/{text}: {text}"), new(ChangeRules.TreeNode, $"{text}: node /{text}") { Before = text },
            ]) { Cause = new() { Own = [text], Shared = [text], Neighbours = [text], NeighboursRequests = [text] } };
        return new(
            new(text, []) { Evaluation = text, Stale = [text] }, new(text, []) { Evaluation = text, Stale = [text], Hash = text },
            [board, board with { Changes = [] }]) { ChangedTools = [text] };
    }

    private static Dictionary<string, string> Files(string text) => new(StringComparer.Ordinal)
    {
        ["genimage.cfg"] = Disk(text), ["linux_defconfig"] = $"# What a board asks of {text}, with its layers",
    };

    // A name in a file of genimage ends at its line.
    private static string Disk(string text) => $$"""
        image disk.img {
          hdimage {
            partition-table-type = "gpt"
          }
          partition {{text.Replace('\n', ' ').Replace('\r', ' ')}} {
            offset = 1M
            size = 16M
          }
          partition var {
            offset = 64M
            size = 16M
          }
          size = 100M
        }
        """;
}
