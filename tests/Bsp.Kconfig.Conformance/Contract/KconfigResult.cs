namespace Bsp.Kconfig.Conformance.Contract;

/// <summary>What a run has left.</summary>
public sealed record KconfigResult
{
    /// <summary>conf's exit status: 0 when it went well.</summary>
    public required int ExitStatus { get; init; }

    /// <summary>
    /// The <c>.config</c>, the minimal defconfig, or the list of new symbols; null when the run failed before it wrote that.
    /// </summary>
    public byte[]? Output { get; init; }

    /// <summary>What was printed on the standard output.</summary>
    public byte[] StandardOutput { get; init; } = [];

    /// <summary>What was printed on the standard error: warnings and errors.</summary>
    public byte[] StandardError { get; init; } = [];

    /// <summary>Further files by path, such as <c>include/config/auto.conf</c> after <see cref="KconfigOperation.SyncConfig"/>.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; init; } = new Dictionary<string, byte[]>();
}
