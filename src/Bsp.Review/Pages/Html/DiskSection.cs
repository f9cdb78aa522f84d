using Bsp.Review.Changes;

namespace Bsp.Review.Pages.Html;

/// <summary>The disks that change, each as a drawing and as a table; boards whose disks are alike are shown once.</summary>
internal static class DiskSection
{
    /// <summary>The section; nothing where no disk changes.</summary>
    public static Markup Of(ReviewResult review, BoardNumbers numbers)
    {
        var disks = review.Changed
            .Where(board => board is { Before.Disk: not null, After.Disk: not null })
            .Where(board => board.Changes.Any(change => change.Aspect == Aspect.Disk))
            .GroupBy(board => string.Join('\n', DiskTable.Rows(board).Select(row => string.Join('\t', row))), StringComparer.Ordinal)
            .Select(group => group.ToList())
            .ToList();
        return disks.Count == 0 ? Markup.None : Markup.Of($"""
            <section aria-labelledby="disks"><h2 id="disks">Disks</h2>
            {disks.Select((boards, i) => Disk(boards, numbers, $"disk-{i + 1}"))}
            </section>

            """);
    }

    private static Markup Disk(List<BoardReview> boards, BoardNumbers numbers, string id) => Markup.Of($"""
        <details class="group" id="{id}" open="" data-boards="{numbers.Of(boards)}"><summary><h3>{Headline.Names(boards)}</h3></summary>
        <div class="disks"><figure>{DiskDrawing.Of(boards[0].Before!.Disk!, boards[0].After!.Disk!, id)}
        <figcaption>To scale, except that small parts are drawn high enough to be read.</figcaption></figure>
        {Table(boards[0], $"Partitions of {Headline.Names(boards)}")}</div></details>

        """);

    private static Markup Table(BoardReview board, string label) => Markup.Of($"""
        <div class="scroll" tabindex="0" role="region" aria-label="{label}"><table>
        <thead><tr>{DiskTable.Heading.Select(Column)}</tr></thead>
        <tbody>{DiskTable.Rows(board).Select(Row)}</tbody></table></div>
        """);

    private static Markup Column(string title) => Markup.Of($"""<th scope="col">{(title.Length == 0 ? "change" : title)}</th>""");

    private static Markup Row(string[] cells) => Markup.Of($"""
        <tr class="{Word(cells[0])}"><td>{Word(cells[0])}</td><th scope="row">{cells[1]}</th>
        {cells.Skip(2).Select(cell => Markup.Of($"<td>{cell}</td>"))}</tr>

        """);

    private static string Word(string sign) => sign switch
    {
        "+" => "new",
        "-" => "gone",
        "~" => "changed",
        _ => "",
    };
}
