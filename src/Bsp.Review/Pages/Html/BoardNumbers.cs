namespace Bsp.Review.Pages.Html;

/// <summary>Numbers for the boards of a review, by which the page's filter knows them.</summary>
internal sealed class BoardNumbers(ReviewResult review)
{
    private readonly Dictionary<string, int> _numbers = review.Boards.Select(board => board.Board).Distinct()
        .Select((board, number) => (board, number))
        .ToDictionary(pair => pair.board, pair => pair.number, StringComparer.Ordinal);

    /// <summary>The boards' ids with their numbers.</summary>
    public IEnumerable<(string Board, int Number)> All => _numbers.Select(pair => (pair.Key, pair.Value));

    /// <summary>The numbers of some boards, with spaces in between.</summary>
    public string Of(IEnumerable<BoardReview> boards) => string.Join(' ', boards.Select(board => _numbers[board.Board]).Distinct());
}
