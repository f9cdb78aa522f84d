using Bsp.Kconfig.Conformance.Contract;

namespace Bsp.Kconfig.Conformance.Comparison;

/// <summary>How a case has ended.</summary>
/// <param name="Case">The case.</param>
/// <param name="Verdict">How.</param>
/// <param name="Details">The first lines that differ, or what went wrong; empty when all is well.</param>
/// <param name="Oracle">How long conf took; null when its result was known.</param>
/// <param name="Engine">How long the engine took.</param>
public sealed record CaseOutcome(KconfigCase Case, Verdict Verdict, string Details, TimeSpan? Oracle, TimeSpan Engine);
