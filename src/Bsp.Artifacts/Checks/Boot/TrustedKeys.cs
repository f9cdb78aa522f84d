using Bsp.Artifacts.Infix;
using Bsp.Model;

namespace Bsp.Artifacts.Checks.Boot;

/// <summary>
/// BSP5017: a U-Boot without a key checks no signature; Infix puts keys into its device tree with <c>IX_TRUSTED_KEYS</c>
/// (board/common/Config.in).
/// </summary>
internal sealed class TrustedKeys : InfixCheck
{
    protected override IEnumerable<Finding> Check(Board board, InfixBoard infix, InfixDistribution distribution)
    {
        if (InfixLoader.Of(board).Count == 0)
            yield break;
        var lines = distribution.BootloaderHead.Concat(distribution.BootloaderTail).ToList();
        if (!IsOn("IX_TRUSTED_KEYS"))
        {
            yield return new(
                Rules.NoTrustedKey, distribution,
                $"the bootloaders of distribution '{distribution.Id}' trust no key, "
                + "for 'IX_TRUSTED_KEYS=y' is not among the lines of their defconfigs; add it to BootloaderTail");
        }
        else if (!IsOn("IX_TRUSTED_KEYS_DEVELOPMENT")
            && !lines.Exists(line => line.Symbol == "IX_TRUSTED_KEYS_EXTRA_PATH" && line.Value.Text.Length > 0))
        {
            yield return new(
                Rules.NoTrustedKey, distribution,
                $"the bootloaders of distribution '{distribution.Id}' have 'IX_TRUSTED_KEYS=y' but no key; "
                + "add 'IX_TRUSTED_KEYS_DEVELOPMENT=y', or IX_TRUSTED_KEYS_EXTRA_PATH with your own");
        }

        bool IsOn(string symbol) => lines.Exists(line => line.Symbol == symbol && line.Value == KconfigValue.Y);
    }
}
