using Bsp.Review.Changes;
using Bsp.Review.Sources;

namespace Bsp.Review;

/// <summary>Versions of what a board is built from.</summary>
internal static class Versions
{
    /// <summary>What it means that one goes backwards.</summary>
    public const string MendedFaults = "an older version: mended faults come back";

    /// <summary>The change of a version, marked where it goes backwards.</summary>
    public static Change Judge(Change change) => change is { Before: { } before, After: { } after } && IsBackwards(before, after)
        ? change with { Attention = Attention.Error, Meaning = MendedFaults }
        : change;

    // What is not a version on either side, such as a commit, has no order.
    private static bool IsBackwards(string before, string after) =>
        Number(before) is { } old && Number(after) is { } now && DebianVersion.Compare(old, now) > 0;

    private static string? Number(string text)
    {
        var start = text.AsSpan().IndexOfAnyInRange('0', '9');
        return start >= 0 && text.Contains('.', StringComparison.Ordinal) ? text[start..].Trim('"') : null;
    }
}
