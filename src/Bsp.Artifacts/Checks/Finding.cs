namespace Bsp.Artifacts.Checks;

/// <summary>The severity of a finding.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Info,

    /// <summary>The build continues.</summary>
    Warning,

    /// <summary>The build stops.</summary>
    Error,
}

/// <summary>A kind of finding, with a page under docs/diagnostics.</summary>
/// <param name="Id">The id, such as <c>BSP2001</c>; never reused.</param>
/// <param name="Title">What is wrong, in general.</param>
/// <param name="Severity">Its severity.</param>
public sealed record Rule(string Id, string Title, Severity Severity = Severity.Error);

/// <summary>Something wrong with a board.</summary>
/// <param name="Rule">The kind.</param>
/// <param name="Subject">
/// The model object that is wrong (a partition, a board): the generator reports it where that very instance is written.
/// </param>
/// <param name="Message">Both sides with values and units, then the remedy; lower-case start, no full stop.</param>
/// <param name="Other">What it contradicts, where that is written elsewhere: the generator names its location too.</param>
public sealed record Finding(Rule Rule, object Subject, string Message, object? Other = null)
{
    /// <summary>
    /// The text within the subject that is wrong, one of many symbols or labels: it is marked alone where it is written as it is.
    /// </summary>
    public string? Word { get; init; }
}
