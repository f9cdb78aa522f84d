namespace Bsp.Kconfig.Parsing;

/// <summary>What reading a tree gave.</summary>
public sealed record KconfigParseResult
{
    /// <summary>The tree; null when there are errors.</summary>
    public KconfigTree? Tree { get; init; }

    /// <summary>All errors, warnings and notes, in the order they were found.</summary>
    public required IReadOnlyList<KconfigMessage> Messages { get; init; }

    /// <summary>The files that were read, each once, in the order of first use, as they were named.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>The environment variables that were read and set, with their values, in the order of first use.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> EnvironmentRead { get; init; }

    /// <summary>What <c>$(info,…)</c> printed, with line ends.</summary>
    public required string Output { get; init; }
}
