namespace Bsp.Kconfig;

/// <summary>Why a request does not hold.</summary>
public enum UnmetReason
{
    /// <summary>No file defines the symbol.</summary>
    Unknown,

    /// <summary>The value is none of the symbol's type.</summary>
    WrongType,

    /// <summary>The symbol is not offered: only defaults and selects give it a value.</summary>
    NoPrompt,

    /// <summary>What the symbol depends on is not on.</summary>
    Dependencies,

    /// <summary>Other symbols select it.</summary>
    Selected,

    /// <summary>Another member of its choice is on.</summary>
    Choice,

    /// <summary>The number is out of range.</summary>
    Range,

    /// <summary>There are no modules: <c>m</c> becomes <c>y</c>.</summary>
    NoModules,

    /// <summary>None of the above.</summary>
    Other,
}

/// <summary>A request that the final configuration does not have.</summary>
public sealed record UnmetRequest
{
    /// <summary>What was asked for.</summary>
    public required Request Request { get; init; }

    /// <summary>The value that the symbol has; null for a text or a number that is not offered, and so has none.</summary>
    public required string? Actual { get; init; }

    /// <summary>Why.</summary>
    public required UnmetReason Reason { get; init; }

    /// <summary>What stands in the way.</summary>
    public IReadOnlyList<UnmetTerm> Terms { get; init; } = [];

    /// <summary>Where the symbol is defined.</summary>
    public IReadOnlyList<SourcePosition> Definitions { get; init; } = [];

    /// <summary>Existing names near to an unknown one, the nearest first.</summary>
    public IReadOnlyList<string> NearestNames { get; init; } = [];

    /// <summary>What a value of the symbol's type looks like, where the request's is none.</summary>
    public string? Hint { get; init; }

    /// <summary>The name that the symbol has now, where it has been renamed; null for the one that it is asked for by.</summary>
    public string? NameNow { get; init; }

    /// <summary>What all that stands in the way comes down to; null where nothing does, or several things do.</summary>
    public UnmetTerm? Root => Reason is UnmetReason.Dependencies or UnmetReason.NoPrompt
        && Terms.Select(term => term.Root ?? term).GroupBy(term => term.Key).ToList() is [var root] ? root.First() : null;

    /// <summary>What precedes names.</summary>
    public string Prefix { get; init; } = "CONFIG_";

    /// <summary>Only why, in one line.</summary>
    public string Explanation => NameNow is null ? Why : $"Its name is {Prefix}{NameNow} now. {Why}";

    private string Why => Reason switch
    {
        UnmetReason.Unknown when NearestNames.Count > 0 => $"No such symbol; did you mean {string.Join(", ", NearestNames)}?",
        UnmetReason.Unknown => "No such symbol",
        UnmetReason.WrongType => "It is not a value of the symbol's type" + (Hint is null ? "" : ": " + Hint),
        UnmetReason.NoPrompt when Hint is not null => $"The symbol has no prompt: only defaults give it a value; {Hint}",
        UnmetReason.NoPrompt => "The symbol has no prompt: only defaults and selects give it a value" + List("; in its way: "),
        UnmetReason.Dependencies => "Unmet: " + List(""),
        UnmetReason.Selected => "Selected by: " + List(""),
        UnmetReason.Choice when Terms.Count == 0 && Request.Value == "n" =>
            "A choice has one member on, and no other that is offered is asked for",
        UnmetReason.Choice when Terms.Count == 0 => "No member of its choice is y",
        UnmetReason.Choice => "Another member of its choice is on: " + List(""),
        UnmetReason.Range => "Out of range: " + string.Join(" to ", Terms),
        UnmetReason.NoModules => "Without modules there is no 'm': " + List(""),
        _ => "The symbol's definitions give it another value",
    };

    /// <summary>All of it in one line, in the words of merge_config.sh and of Zephyr.</summary>
    public override string ToString()
    {
        var name = Prefix + Request.Symbol;
        var got = Actual is null ? "has no value" : $"got '{Actual}'";
        return $"Value requested for {name} not in final .config: {name} was assigned '{Request.Value}' but {got}. {Explanation}";
    }

    private string List(string lead) => Terms.Count == 0 ? "" : lead + string.Join(", ", Terms);
}
