using Bsp.Kconfig.Conformance.Contract;

namespace Bsp.Kconfig.Conformance.Cases;

/// <summary>A case, and those that start from what conf makes of it.</summary>
/// <param name="Name">The name of the first case.</param>
/// <param name="Operation">Its operation.</param>
/// <param name="First">Makes it: its input is read only when its turn comes.</param>
/// <param name="Then">Make the others from conf's output of the first.</param>
internal sealed record CasePlan(
    string Name, KconfigOperation Operation, Func<KconfigCase> First, IReadOnlyList<Func<byte[], KconfigCase>> Then)
{
    /// <summary>Whether the first case itself is compared; random configurations only make inputs.</summary>
    public bool IsCompared => Operation != KconfigOperation.RandConfig;
}
