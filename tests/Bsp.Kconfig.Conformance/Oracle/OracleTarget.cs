using Bsp.Kconfig.Conformance.Contract;
using Bsp.Kconfig.Conformance.SourceTrees;

namespace Bsp.Kconfig.Conformance.Oracle;

/// <summary>A tree and an architecture with all that runs conf on it.</summary>
/// <param name="Tree">The tree.</param>
/// <param name="Target">What engines see of it.</param>
/// <param name="Conf">The tree's conf.</param>
/// <param name="AnswersPath">The file with the answers of <see cref="KconfigTarget.ShellAnswers"/>.</param>
internal sealed record OracleTarget(OracleTree Tree, KconfigTarget Target, Conf Conf, string AnswersPath)
{
    /// <summary>The tree's conf without its slow hash of expressions; null where that is not slow.</summary>
    public Conf? Mended { get; init; }
}
