using System.Globalization;
using Bsp.Review.Changes;

namespace Bsp.Review.Pages;

/// <summary>A change that wants to be looked at, and where.</summary>
/// <param name="Change">The change.</param>
/// <param name="Boards">The boards that have it.</param>
/// <param name="Place">The file and the line; null where there is none.</param>
internal sealed record Finding(Change Change, IReadOnlyList<BoardReview> Boards, (string File, int Line)? Place)
{
    /// <summary>It in a sentence.</summary>
    public string Text =>
        (Boards.Count == 0 ? "" : Quantity.Some([.. Boards.Select(board => board.Name)], maximum: 3, some: 3) + ": ")
        + $"{Change.Rule.Title}: {Headline.Brief(Change)}{(Change.Meaning is null ? "" : "; " + Change.Meaning)}";
}

/// <summary>The changes of a review that want to be looked at.</summary>
internal static class Findings
{
    /// <summary>Errors first, and of these those that the record's own lines ask for.</summary>
    public static IReadOnlyList<Finding> Of(ReviewResult review) =>
    [
        .. review.Faults.Select(fault => new Finding(fault, [], (fault.Subject, 1))),
        .. review.Boards.SelectMany(board => board.Changes.Select(change => (Change: change, Board: board)))
            .Where(pair => pair.Change.Attention > Attention.Note)
            .GroupBy(pair => pair.Change, pair => pair.Board)
            .Select(group => new Finding(group.Key, [.. group], Parse(group.Key.Origin) ?? GeneratedLines.Find(group.First(), group.Key)))
            .OrderByDescending(finding => finding.Change.Attention)
            .ThenByDescending(finding => finding.Change.Origin is not null)
            .ThenByDescending(finding => finding.Change.Impact)
            .ThenBy(finding => finding.Change.Id, StringComparer.Ordinal),
    ];

    private static (string File, int Line)? Parse(string? origin) =>
        origin?.LastIndexOf(':') is > 0 and var colon
            ? (origin[..colon], int.Parse(origin[(colon + 1)..], CultureInfo.InvariantCulture))
            : null;
}
