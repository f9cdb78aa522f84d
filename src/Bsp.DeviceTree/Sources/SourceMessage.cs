namespace Bsp.DeviceTrees;

/// <summary>How bad something is.</summary>
public enum SourceSeverity
{
    /// <summary>There is a tree nevertheless.</summary>
    Warning,

    /// <summary>There is no tree, or none that should be used.</summary>
    Error,
}

/// <summary>Something that is wrong with a source or a tree.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Text">What is wrong, without the position.</param>
public sealed record SourceMessage(SourceSeverity Severity, string Text)
{
    /// <summary>Where it is written; of what nobody wrote it has no text.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>The check that found it, by dtc's name; null for errors of the language.</summary>
    public string? Check { get; init; }

    /// <summary>The node, or the node and property as <c>/path:property</c>, that a check is about.</summary>
    public string? Subject { get; init; }

    /// <summary>Where else the node is defined.</summary>
    public IReadOnlyList<SourceSpan> Others { get; init; } = [];

    /// <summary>Where it is written; null for what nobody wrote.</summary>
    public SourcePosition? Position => Span.First;

    /// <summary>As dtc writes it when its result goes to standard output.</summary>
    public override string ToString() => ToString("<stdout>");

    /// <summary>As dtc writes it.</summary>
    /// <param name="output">What stands for the place of what nobody wrote: the file that the result goes to.</param>
    public string ToString(string output)
    {
        var location = Span.Text is null ? output : Span.ToString();
        var (kind, kindOfCheck) = Severity == SourceSeverity.Error ? ("Error", "ERROR") : ("Warning", "Warning");
        return Check is null
            ? $"{kind}: {location} {Text}"
            : $"{location}: {kindOfCheck} ({Check}): {(Subject is null ? "" : Subject + ": ")}{Text}"
                + string.Concat(Others.Select(other => $"\n  also defined at {other}"));
    }
}
