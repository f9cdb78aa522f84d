namespace Bsp.Review.Pages.Html;

/// <summary>What differs between two long lists.</summary>
/// <param name="Removed">Items that only the base has.</param>
/// <param name="Added">Items that only the head has.</param>
/// <param name="Same">How many both have.</param>
internal sealed record ListDifference(IReadOnlyList<string> Removed, IReadOnlyList<string> Added, int Same)
{
    private const int Short = 40;
    private const int Many = 40;
    private const string Separator = ", ";

    /// <summary>Compares lists with commas.</summary>
    /// <returns>Null where the values are short, an item is listed twice, only the order differs, or too many items do.</returns>
    public static ListDifference? Of(string? before, string? after)
    {
        if (before is null || after is null || Math.Max(before.Length, after.Length) <= Short)
            return null;
        var (old, now) = (before.Split(Separator), after.Split(Separator));
        var difference = new ListDifference([.. old.Except(now)], [.. now.Except(old)], old.Intersect(now).Count());
        var (removed, added, same) = (difference.Removed.Count, difference.Added.Count, difference.Same);
        var hasEachOnce = removed + same == old.Length && added + same == now.Length;
        return hasEachOnce && same > 0 && removed + added is > 0 and <= Many ? difference : null;
    }
}
