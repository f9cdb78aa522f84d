namespace Bsp.Kconfig;

/// <summary>What a search for a fix has come to.</summary>
public enum FixOutcome
{
    /// <summary>There is one.</summary>
    Found,

    /// <summary>There is none: it is proved.</summary>
    None,

    /// <summary>None was found in the time that there was.</summary>
    NotFound,
}

/// <summary>With which further values requests hold.</summary>
public sealed record FixAnswer
{
    /// <summary>What the search has come to.</summary>
    public required FixOutcome Outcome { get; init; }

    /// <summary>The further values; none where those that are asked for do, or where nothing was found.</summary>
    public IReadOnlyList<Assignment> Further { get; init; } = [];

    /// <summary>Whether it is proved that fewer do not do.</summary>
    public bool IsSmallest { get; init; }

    /// <summary>Other requests that hold without the fix and do not with it, and what becomes of them.</summary>
    public IReadOnlyList<(Request Request, string Becomes)> Lost { get; init; } = [];

    /// <summary>What was wanted.</summary>
    public IReadOnlyList<Request> Wanted { get; init; } = [];

    /// <summary>Requests that exclude each other, what is wanted among them: it is proved.</summary>
    public IReadOnlyList<Request> Excludes { get; init; } = [];

    /// <summary>What the search has used up, such as <c>5 s</c>; null where it has come to its end.</summary>
    public string? Spent { get; init; }

    /// <summary>It in words, such as <c>it holds with CONFIG_NET=y</c>.</summary>
    /// <param name="prefix">What precedes names.</param>
    public string Text(string prefix)
    {
        var (it, holds) = Wanted.Count == 1 ? ("it", "it holds") : ("all of them", "all of them hold");
        var result = Outcome switch
        {
            FixOutcome.None => "there is no fix" + (Excludes.Count == 0 ? $": no values of other symbols give {it}" : ""),
            FixOutcome.NotFound => "no fix was found" + (Spent is null ? "" : $" in {Spent}"),
            _ when Further.Count == 0 => $"{holds} when asked for last",
            _ => $"{holds} with {string.Join(", ", Further.Select(further => prefix + further))}",
        };
        if (Lost.Count > 0)
            result += ", at the cost of "
                + string.Join(", ", Lost.Select(lost => $"{Line(lost.Request, prefix)}, which becomes {lost.Becomes}"));
        return Excludes.Count == 0 ? result : $"{Exclusion(prefix)}; {result}";
    }

    /// <summary>Which requests exclude each other, in words; empty where none do.</summary>
    /// <param name="prefix">What precedes names.</param>
    public string Exclusion(string prefix) => Excludes.Count == 0 ? "" : string.Join(
        " and ", Excludes.Select(request => Wanted.Count == 1 && request == Wanted[0] ? "it" : Line(request, prefix)))
        + " exclude each other";

    private static string Line(Request request, string prefix) =>
        $"{prefix}{request.Symbol}={request.Written ?? request.Value}" + (request.Position.Line > 0 ? $" ({request.Position})" : "");
}
