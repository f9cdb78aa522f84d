namespace Bsp.Review.Pages.Html;

/// <summary>What differs between two long lists.</summary>
/// <param name="Removed">Items that only the base has.</param>
/// <param name="Added">Items that only the head has.</param>
/// <param name="Same">How many both have.</param>
internal sealed record ListDifference(IReadOnlyList<string> Removed, IReadOnlyList<string> Added, int Same)
{
    private const int Short = 40;
    private const int Many = 40;
    private static readonly string[] Separators = [", ", " "];

    /// <summary>Compares lists with commas or spaces.</summary>
    /// <returns>Null where the values are short or no lists, and where only the order differs or too many items do.</returns>
    public static ListDifference? Of(string? before, string? after)
    {
        if (before is null || after is null || Math.Max(before.Length, after.Length) <= Short)
            return null;
        var separator = Separators.FirstOrDefault(separator => before.Contains(separator) || after.Contains(separator));
        if (separator is null)
            return null;
        var old = before.Split(separator).ToHashSet(StringComparer.Ordinal);
        var now = after.Split(separator).ToHashSet(StringComparer.Ordinal);
        var difference = new ListDifference([.. old.Except(now)], [.. now.Except(old)], old.Intersect(now).Count());
        return difference.Same == 0 || difference.Removed.Count + difference.Added.Count is 0 or > Many ? null : difference;
    }
}
