using Bsp.Kconfig.Conformance.Contract;
using Bsp.Kconfig.Conformance.Oracle;

namespace Bsp.Kconfig.Conformance.Engines;

/// <summary>A conf in an engine's place: that it agrees with the oracle proves what the oracle changes about it.</summary>
/// <param name="name">What it is.</param>
/// <param name="find">Finds what runs conf on a target.</param>
/// <param name="run">Runs it.</param>
internal sealed class OtherConf(string name, Func<KconfigTarget, OracleTarget> find, Func<OracleTarget, KconfigCase, KconfigResult> run)
    : IKconfigUnderTest
{
    public string Name => name;

    public bool Supports(KconfigCase @case) => true;

    public KconfigResult Run(KconfigCase @case) => run(find(@case.Target), @case);
}
