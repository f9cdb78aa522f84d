using Bsp.Kconfig.Conformance.Contract;
using Bsp.Kconfig.Conformance.Oracle;

namespace Bsp.Kconfig.Conformance.Engines;

/// <summary>conf itself, asking the shell as it does without a harness: that it agrees with the recorded answers proves the oracle.</summary>
/// <param name="find">Finds what runs conf on a target.</param>
internal sealed class RealShellConf(Func<KconfigTarget, OracleTarget> find) : IKconfigUnderTest
{
    public string Name => "conf with the real shell";

    public bool Supports(KconfigCase @case) => true;

    public KconfigResult Run(KconfigCase @case) => find(@case.Target).Conf.Run(@case, ShellMode.Real);
}
