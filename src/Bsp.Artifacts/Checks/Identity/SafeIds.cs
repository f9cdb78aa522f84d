using Bsp.Model;

namespace Bsp.Artifacts.Checks.Identity;

/// <summary>BSP1002: ids become paths, arguments and, with <c>_</c> read as <c>-</c>, host names.</summary>
internal sealed class SafeIds : IBoardCheck
{
    // RFC 1123 section 2.1, RFC 1035 section 2.3.4.
    private const int MaximumLabelLength = 63;

    public IEnumerable<Finding> Check(Board board, Distribution distribution)
    {
        if (Complaint(board.Id) is { } aboutBoard)
            yield return new(Rules.UnsafeId, board, $"the board id '{board.Id}' {aboutBoard}{Suggestion(board.Id)}");
        if (Complaint(distribution.Id) is { } aboutDistribution)
        {
            yield return new(
                Rules.UnsafeId, distribution, $"the distribution id '{distribution.Id}' {aboutDistribution}{Suggestion(distribution.Id)}");
        }
    }

    private static string? Complaint(string id)
    {
        if (id.Length == 0)
            return "is empty";
        if (id == "all")
            return "is what the command line calls every board";
        if (id.Length > MaximumLabelLength)
            return $"has {id.Length} characters, and a host name has room for {MaximumLabelLength}";
        foreach (var c in id)
        {
            if (!IsLetterOrDigit(c) && c is not ('-' or '_'))
                return $"has the character '{c}', which is safe in a path or a host name only among a-z, 0-9, - and _";
        }

        return IsLetterOrDigit(id[0]) && IsLetterOrDigit(id[id.Length - 1])
            ? null
            : "begins or ends with a character that is neither a letter nor a digit";
    }

    private static string Suggestion(string id)
    {
        var safe = new string(
            [.. id.Select(c => c is >= 'A' and <= 'Z' ? (char)(c + 32) : IsLetterOrDigit(c) || c == '_' ? c : '-')]).Trim('-', '_');
        safe = safe.Length > MaximumLabelLength ? safe.Substring(0, MaximumLabelLength).TrimEnd('-', '_') : safe;
        return safe.Length == 0 || Complaint(safe) is not null ? "; write a name such as 'vendor-model'" : $"; write '{safe}'";
    }

    private static bool IsLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9');
}
