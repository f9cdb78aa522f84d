namespace Bsp.Kconfig.Conformance.Comparison;

/// <summary>How a case has ended.</summary>
public enum Verdict
{
    /// <summary>The engine gave the same bytes.</summary>
    Same,

    /// <summary>It gave others.</summary>
    Different,

    /// <summary>It threw, or the oracle could not be run.</summary>
    Failed,

    /// <summary>The engine does not do such cases.</summary>
    Skipped,
}
