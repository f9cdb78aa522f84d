using Bsp.Review.Changes;

namespace Bsp.Review.Pages.Html;

/// <summary>The boards that change, with what their devices need and why; those that are alike in all of it have one row.</summary>
internal static class BoardTable
{
    // As many names as a cell has room for.
    private const int Few = 6;

    /// <summary>The section.</summary>
    public static Markup Of(ReviewResult review, BoardNumbers numbers)
    {
        var changed = review.Changed.OrderByDescending(board => board.Impact)
            .ThenByDescending(board => Count(board, Attention.Error)).ToList();
        var same = review.Boards.Where(board => !board.IsChanged).ToList();
        return Markup.Of($"""
            <section aria-labelledby="boards"><h2 id="boards">Boards</h2>
            {(changed.Count == 0 ? Markup.None : Table(changed, numbers))}
            {(same.Count == 0 ? Markup.None : Markup.Of($"""
                <details class="plain" open="" data-fold="20"><summary>{Quantity.Count(same.Count, "image")} without a change</summary>
                <p class="names">{same.Select(board => Markup.Of($"""<span>{board.Name}</span> """))}</p></details>
                """))}
            </section>

            """);
    }

    private static Markup Table(List<BoardReview> boards, BoardNumbers numbers) => Markup.Of($"""
        <details class="plain" open="" data-fold="20"><summary>{Quantity.Count(boards.Count, "image")} with changes</summary>
        <div class="scroll" tabindex="0" role="region" aria-label="Boards that change"><table class="boards">
        <thead><tr><th scope="col">boards</th><th scope="col">distribution</th><th scope="col">field impact</th><th scope="col" class="number">errors</th>
        <th scope="col" class="number">warnings</th><th scope="col" class="number">changes</th><th scope="col">why</th></tr></thead>
        <tbody>{boards.GroupBy(Columns.Of).Select(alike => Row(alike.Key, [.. alike], numbers))}</tbody></table></div></details>
        """);

    private static Markup Row(Columns row, List<BoardReview> boards, BoardNumbers numbers) => Markup.Of($"""
        <tr data-boards="{numbers.Of(boards)}"><th scope="row">{Boards(boards)}</th><td>{row.Distribution}</td>
        <td>{ChangeRow.Badge(row.Impact)}</td>{Number(row.Errors)}{Number(row.Warnings)}{Number(row.Changes)}<td>{row.Cause}</td></tr>

        """);

    private static Markup Boards(List<BoardReview> boards) => boards.Count <= Few
        ? Markup.Of($"{string.Join(", ", boards.Select(board => board.Board))}")
        : Markup.Of($"""
            <details open="" data-fold="0"><summary>{Quantity.Some([.. boards.Select(board => board.Board)], maximum: 3, some: 3)}</summary>
            <p class="names">{boards.Skip(3).Select(board => Markup.Of($"""<span>{board.Board}</span> """))}</p></details>
            """);

    private static Markup Number(int number) => Markup.Of($"""<td class="number">{number}</td>""");

    private static int Count(BoardReview board, Attention attention) => board.Changes.Count(change => change.Attention == attention);

    private sealed record Columns(string Distribution, FieldImpact Impact, int Errors, int Warnings, int Changes, string Cause)
    {
        public static Columns Of(BoardReview board) => new(
            board.Distribution, board.Impact, Count(board, Attention.Error), Count(board, Attention.Warning), board.Changes.Count,
            board.Cause.Text);
    }
}
