namespace Bsp.Sarif;

/// <summary>How bad a finding is, by SARIF's words.</summary>
public enum SarifLevel
{
    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>Wrong, but nothing stops.</summary>
    Warning,

    /// <summary>Wrong.</summary>
    Error,
}

/// <summary>A finding.</summary>
/// <param name="Rule">The id of the rule, such as <c>BSP2001</c>.</param>
/// <param name="Level">How bad it is.</param>
/// <param name="Message">What is wrong and the way out.</param>
/// <param name="Location">Where; null where there is no position.</param>
public sealed record SarifResult(string Rule, SarifLevel Level, string Message, SarifLocation? Location)
{
    /// <summary>The address of the rule's page; null where it has none.</summary>
    public string? Help { get; init; }

    /// <summary>What is the same where the finding is found again, in another run or on another line; null for none.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Other locations that the message is about, with what is there.</summary>
    public IReadOnlyList<(SarifLocation Location, string Message)> Related { get; init; } = [];
}
