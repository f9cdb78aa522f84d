namespace Bsp.Review.Sources;

/// <summary>Orders versions of Debian's packages as dpkg does (deb-version(7)).</summary>
internal static class DebianVersion
{
    /// <summary>Less than zero where the left version is the older.</summary>
    public static int Compare(string left, string right)
    {
        var (leftEpoch, leftUpstream, leftRevision) = Parts(left);
        var (rightEpoch, rightUpstream, rightRevision) = Parts(right);
        return (Digits(leftEpoch, rightEpoch), Text(leftUpstream, rightUpstream), Text(leftRevision, rightRevision)) switch
        {
            (not 0 and var epoch, _, _) => epoch,
            (_, not 0 and var upstream, _) => upstream,
            var (_, _, revision) => revision,
        };
    }

    private static (string Epoch, string Upstream, string Revision) Parts(string version)
    {
        var colon = version.IndexOf(':');
        var epoch = colon < 0 ? "0" : version[..colon];
        var rest = version[(colon + 1)..];
        var dash = rest.LastIndexOf('-');
        return (epoch, dash < 0 ? rest : rest[..dash], dash < 0 ? "0" : rest[(dash + 1)..]);
    }

    // Runs of characters that are no digits and runs of digits, in turn.
    private static int Text(string left, string right)
    {
        var (i, j) = (0, 0);
        while (i < left.Length || j < right.Length)
        {
            while ((i < left.Length && !char.IsAsciiDigit(left[i])) || (j < right.Length && !char.IsAsciiDigit(right[j])))
            {
                var order = Order(left, i) - Order(right, j);
                if (order != 0)
                    return order;
                (i, j) = (i + 1, j + 1);
            }

            var (leftRun, rightRun) = (Run(left, i), Run(right, j));
            if (Digits(leftRun, rightRun) is not 0 and var number)
                return number;
            (i, j) = (i + leftRun.Length, j + rightRun.Length);
        }

        return 0;
    }

    // A tilde is before the end, and letters are before all that is neither a letter nor a digit.
    private static int Order(string text, int at) => at >= text.Length || char.IsAsciiDigit(text[at]) ? 0
        : text[at] == '~' ? -1
        : char.IsAsciiLetter(text[at]) ? text[at]
        : text[at] + 256;

    private static string Run(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return text[Math.Min(start, text.Length)..end];
    }

    private static int Digits(string left, string right)
    {
        var (a, b) = (left.TrimStart('0'), right.TrimStart('0'));
        return a.Length != b.Length ? a.Length - b.Length : string.CompareOrdinal(a, b);
    }
}
